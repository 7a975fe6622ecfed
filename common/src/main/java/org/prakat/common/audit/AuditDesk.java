package org.prakat.common.audit;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prakat.common.audit.AuditTrail.Numbered;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;

/** Where auditors and administrators read and verify the audit trail of their own office. */
public final class AuditDesk {

    private final AuditTrail trail;
    private final KeptCheckpoints kept;

    public AuditDesk(AuditTrail trail, KeptCheckpoints kept) {
        this.trail = trail;
        this.kept = kept;
    }

    public Result<Page<Numbered>> list(Identity who, AuditTrail.Query query, @Nullable String cursor, int limit) {
        return allowed(who).map(office -> trail.list(office, query, cursor, limit));
    }

    /** The chain as it is, seals included, so that it can be kept and checked elsewhere. */
    public void export(Identity who, Consumer<ChainLink> each) {
        trail.forEach(allowed(who).orElseThrow(), each);
    }

    /** The office whose trail this person may read. */
    public Result<String> allowed(Identity who) {
        return who.has(Role.AUDITOR) || who.has(Role.ADMINISTRATOR)
                ? Result.ok(who.office())
                : Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
    }

    /**
     * Verifies the trail.
     *
     * @param brought checkpoints that the caller kept, beside those that the service keeps itself
     */
    public Result<Verification> verify(Identity who, List<Checkpoint> brought) {
        return allowed(who).map(office -> trail.verify(office, kept.with(office, brought)));
    }

    public Result<Checkpoint> checkpoint(Identity who) {
        return allowed(who).map(trail::checkpoint);
    }
}
