package org.prakat.gateway.application;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.domain.Versioned;
import org.prakat.gateway.application.port.Accounts;
import org.prakat.gateway.domain.Absences;
import org.prakat.gateway.domain.Account;
import org.prakat.gateway.domain.AccountDefinition;
import org.prakat.gateway.domain.Known;

/** An administrator keeps the accounts. */
public final class AdministerAccounts {

    private final Accounts accounts;
    private final SignIn signIn;
    private final Known known;
    private final InstantSource clock;

    public AdministerAccounts(Accounts accounts, SignIn signIn, Known known, InstantSource clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.known = known;
        this.clock = clock;
    }

    public Result<Page<Versioned<Account>>> list(Identity who, @Nullable String cursor, int limit) {
        return administrator(who).map(allowed -> accounts.list(cursor, limit));
    }

    public Result<Versioned<Account>> read(Identity who, String id) {
        return administrator(who).flatMap(allowed -> find(id));
    }

    /** What everybody may read of themselves. */
    public Versioned<Account> own(Identity who) {
        return accounts.find(who.person().id()).orElseThrow();
    }

    /**
     * Makes or changes an account.
     *
     * @param seen the version that the administrator saw; 0 for a new account
     */
    public Result<Versioned<Account>> define(Identity who, String id, long seen, AccountDefinition definition) {
        return administrator(who).flatMap(allowed -> {
            List<Fault> faults = definition.faults(id, known);
            return faults.isEmpty() ? store(who, id, seen, definition) : Result.refused(Refusal.invalid(faults));
        });
    }

    private Result<Versioned<Account>> store(Identity who, String id, long seen, AccountDefinition definition) {
        Optional<Versioned<Account>> before = accounts.find(id);
        if (before.map(Versioned::version).orElse(0L) != seen) {
            return Result.refused(Reason.STALE, "STALE");
        }
        Account account = definition.define(id, before.map(Versioned::state));
        Optional<Versioned<Account>> sameName = accounts.named(account.userName());
        if (sameName.isPresent() && !sameName.get().state().id().equals(id)) {
            return Result.refused(Refusal.invalid(List.of(new Fault("userName", "ALREADY_TAKEN"))));
        }
        Change<Account> change = new Change<>(account, account.defined(seen + 1));
        Cause cause = Cause.call(who, clock.instant());
        Optional<Versioned<Account>> stored =
                before.isEmpty() ? accounts.add(id, change, cause) : accounts.update(id, before.get(), change, cause);
        return stored.map(Result::ok).orElseGet(() -> Result.refused(Reason.STALE, "STALE"));
    }

    public Result<Versioned<Account>> setPassword(Identity who, String id, @Nullable String password) {
        return administrator(who)
                .flatMap(allowed -> find(id))
                .flatMap(account -> signIn.setPassword(who, account, password));
    }

    /** A person says when they are away; an administrator may say it for anybody. */
    public Result<Versioned<Account>> setAbsences(Identity who, String id, Absences absences) {
        if (!who.has(Role.ADMINISTRATOR) && !who.person().id().equals(id)) {
            return Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
        }
        List<Fault> faults = absences.faults();
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        Cause cause = Cause.call(who, clock.instant());
        return find(id).flatMap(before -> {
            Account changed = before.state().withAbsences(absences.days());
            Change<Account> change = new Change<>(changed, changed.defined(before.version() + 1));
            return accounts.update(id, before, change, cause)
                    .map(Result::ok)
                    .orElseGet(() -> Result.refused(Reason.STALE, "STALE"));
        });
    }

    private Result<Versioned<Account>> find(String id) {
        return accounts.find(id).map(Result::ok).orElseGet(() -> Result.refused(Reason.NOT_FOUND, "NOT_FOUND"));
    }

    private static Result<Identity> administrator(Identity who) {
        return who.has(Role.ADMINISTRATOR) ? Result.ok(who) : Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
    }
}
