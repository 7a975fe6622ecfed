package org.prakat.gateway.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.common.web.EntityVersion;
import org.prakat.common.web.PageRequest;
import org.prakat.gateway.application.AdministerAccounts;
import org.prakat.gateway.domain.Account;
import org.prakat.gateway.domain.AccountDefinition;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Accounts, for administrators. A PUT without {@code If-Match} makes a new one. */
@RestController
@RequestMapping("/api/admin/accounts")
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

    @GetMapping
    Page<View> list(Identity who, PageRequest page) {
        return orRefuse(accounts.list(who, page.cursor(), page.size())).map(View::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<View> read(Identity who, @PathVariable String id) {
        return answer(accounts.read(who, id));
    }

    @PutMapping("/{id}")
    ResponseEntity<View> define(
            Identity who,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable EntityVersion seen,
            @RequestBody AccountDefinition definition) {
        return answer(accounts.define(who, id, seen == null ? 0 : seen.number(), definition));
    }

    @PutMapping("/{id}/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(Identity who, @PathVariable String id, @RequestBody NewPassword password) {
        orRefuse(accounts.setPassword(who, id, password.newPassword()));
    }

    private static ResponseEntity<View> answer(Result<Versioned<Account>> result) {
        Versioned<Account> account = orRefuse(result);
        return ResponseEntity.ok()
                .eTag(new EntityVersion(account.version()).tag())
                .body(View.of(account));
    }
}
