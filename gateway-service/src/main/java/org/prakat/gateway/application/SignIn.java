package org.prakat.gateway.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.audit.AuditEntry;
import org.prakat.common.audit.AuditTrail;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identifiers;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.gateway.application.port.Accounts;
import org.prakat.gateway.application.port.FailedSignIns;
import org.prakat.gateway.application.port.Secrets;
import org.prakat.gateway.application.port.Sessions;
import org.prakat.gateway.domain.Account;
import org.prakat.gateway.domain.PasswordRule;
import org.prakat.gateway.domain.Session;

/** People sign in and out, and change their passwords. */
public final class SignIn {

    /** A session that has begun, with the secret that only its holder gets. */
    public record Begun(String token, Session session, Identity identity) {}

    /** A session in use. */
    public record Current(Session session, Identity identity) {

        /** The same, used from an address. */
        public Current from(String address) {
            return new Current(session, identity.from(address));
        }
    }

    private final Accounts accounts;
    private final Sessions sessions;
    private final FailedSignIns failures;
    private final Secrets secrets;
    private final AuditTrail trail;
    private final InstantSource clock;

    public SignIn(
            Accounts accounts,
            Sessions sessions,
            FailedSignIns failures,
            Secrets secrets,
            AuditTrail trail,
            InstantSource clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.failures = failures;
        this.secrets = secrets;
        this.trail = trail;
        this.clock = clock;
    }

    /**
     * Begins a session. A wrong name and a wrong password look the same, and take the same time.
     *
     * @param address from where the call comes
     */
    public Result<Begun> signIn(@Nullable String userName, @Nullable String password, String address) {
        String name = Optional.ofNullable(userName).orElse("").strip().toLowerCase(Locale.ROOT);
        Instant now = clock.instant();
        if (failures.tooMany(name, address, now)) {
            return Result.refused(Reason.TOO_OFTEN, "TOO_MANY_ATTEMPTS");
        }
        Optional<Account> account = accounts.named(name).map(Versioned::state).filter(Account::active);
        String hash = account.map(Account::passwordHash).orElse(null);
        if (!secrets.matches(Optional.ofNullable(password).orElse(""), hash) || account.isEmpty()) {
            failures.count(name, address, now);
            account.ifPresent(known -> tell("sign-in.failed", known.identity().from(address), now));
            return Result.refused(Reason.FORBIDDEN, "WRONG_CREDENTIALS");
        }
        tell("sign-in.succeeded", account.get().identity().from(address), now);
        return Result.ok(begin(account.get(), now));
    }

    private void tell(String action, Identity who, Instant at) {
        trail.append(AuditEntry.of("sessions/" + Identifiers.next(), action, who, at, List.of()));
    }

    private Begun begin(Account account, Instant now) {
        String token = secrets.newToken();
        Session session = new Session(secrets.digest(token), account.id(), secrets.newToken(), now, now);
        sessions.start(session);
        return new Begun(token, session, account.identity());
    }

    /** The session that a token belongs to, if it is still good; it is then in use. */
    public Optional<Current> current(String token) {
        return look(token).map(this::use);
    }

    /** The same, but not in use: for what a page does by itself, while perhaps nobody sits there. */
    public Optional<Current> look(String token) {
        return good(secrets.digest(token));
    }

    /** Whether a session is still good. */
    public boolean isGood(Session session) {
        return good(session.tokenHash()).isPresent();
    }

    private Optional<Current> good(String tokenHash) {
        Instant now = clock.instant();
        return sessions.find(tokenHash).flatMap(session -> accounts.find(session.accountId())
                .map(Versioned::state)
                .filter(account -> session.isGood(account, now))
                .map(account -> new Current(session, account.identity())));
    }

    private Current use(Current current) {
        Instant now = clock.instant();
        if (current.session().isToBeTouched(now)) {
            sessions.touch(current.session().tokenHash(), now);
        }
        return current;
    }

    public void signOut(String token, String address) {
        current(token).ifPresent(session -> tell("sign-out", session.identity().from(address), clock.instant()));
        sessions.end(secrets.digest(token));
    }

    /** Changes one's own password; every session ends. */
    public Result<Versioned<Account>> changePassword(
            Identity who, @Nullable String oldPassword, @Nullable String newPassword) {
        Versioned<Account> account = accounts.find(who.person().id()).orElseThrow();
        if (!secrets.matches(
                Optional.ofNullable(oldPassword).orElse(""), account.state().passwordHash())) {
            return Result.refused(Refusal.invalid(List.of(new Fault("oldPassword", "WRONG_PASSWORD"))));
        }
        return setPassword(who, account, newPassword);
    }

    /** Sets a password, as an administrator or at the first start; every session of the account ends. */
    Result<Versioned<Account>> setPassword(Identity who, Versioned<Account> account, @Nullable String password) {
        List<Fault> faults =
                PasswordRule.faults("newPassword", password, account.state().userName());
        if (password == null || !faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        Cause cause = Cause.call(who, clock.instant());
        Account changed = account.state().withPassword(secrets.hash(password), cause.at());
        Optional<Versioned<Account>> stored = accounts.update(changed.id(), account, Change.quiet(changed), cause);
        stored.ifPresent(done -> sessions.endAllOf(changed.id()));
        return stored.map(Result::ok).orElseGet(() -> Result.refused(Reason.STALE, "STALE"));
    }
}
