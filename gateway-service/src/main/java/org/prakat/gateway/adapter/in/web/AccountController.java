package org.prakat.gateway.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.StaffDefined.Absence;
import org.prakat.common.web.EntityVersion;
import org.prakat.common.web.PageRequest;
import org.prakat.gateway.application.AdministerAccounts;
import org.prakat.gateway.domain.Absences;
import org.prakat.gateway.domain.Account;
import org.prakat.gateway.domain.AccountDefinition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for administrators, and what people say of themselves. A PUT without {@code If-Match} makes a new account. */
@RestController
class AccountController {

    /** An account as the API shows it: without its password, which nobody can read. */
    record View(
            String id,
            long version,
            String userName,
            String name,
            String position,
            @Nullable String email,
            String office,
            @Nullable String workGroup,
            Set<Role> roles,
            List<Absence> absences,
            boolean active,
            boolean hasPassword) {

        static View of(Versioned<Account> versioned) {
            Account account = versioned.state();
            return new View(
                    account.id(),
                    versioned.version(),
                    account.userName(),
                    account.name(),
                    account.position(),
                    account.email(),
                    account.office(),
                    account.workGroup(),
                    account.roles(),
                    account.absences(),
                    account.active(),
                    account.passwordHash() != null);
        }
    }

    /** A password that the administrator sets. */
    record NewPassword(@Nullable String newPassword) {}

    private final AdministerAccounts accounts;

    AccountController(AdministerAccounts accounts) {
        this.accounts = accounts;
    }

    @GetMapping("/api/admin/accounts")
    Page<View> list(Identity who, PageRequest page) {
        return orRefuse(accounts.list(who, page.cursor(), page.size())).map(View::of);
    }

    @GetMapping("/api/admin/accounts/{id}")
    ResponseEntity<View> read(Identity who, @PathVariable String id) {
        return answer(accounts.read(who, id));
    }

    @PutMapping("/api/admin/accounts/{id}")
    ResponseEntity<View> define(
            Identity who,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable EntityVersion seen,
            @RequestBody AccountDefinition definition) {
        return answer(accounts.define(who, id, seen == null ? 0 : seen.number(), definition));
    }

    @PutMapping("/api/admin/accounts/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(Identity who, @PathVariable String id, @RequestBody NewPassword password) {
        orRefuse(accounts.setPassword(who, id, password.newPassword()));
    }

    @PutMapping("/api/admin/accounts/{id}/absences")
    ResponseEntity<View> setAbsences(Identity who, @PathVariable String id, @RequestBody Absences absences) {
        return answer(accounts.setAbsences(who, id, absences));
    }

    /** One's own. */
    @PutMapping("/api/profile/absences")
    List<Absence> setAbsences(Identity who, @RequestBody Absences absences) {
        return orRefuse(accounts.setAbsences(who, who.person().id(), absences))
                .state()
                .absences();
    }

    private static ResponseEntity<View> answer(Result<Versioned<Account>> result) {
        Versioned<Account> account = orRefuse(result);
        return ResponseEntity.ok()
                .eTag(new EntityVersion(account.version()).tag())
                .body(View.of(account));
    }
}
