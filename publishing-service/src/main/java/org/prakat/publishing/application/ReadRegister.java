package org.prakat.publishing.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Role;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Text;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.reference.ReferenceData;
import org.prakat.publishing.application.port.Publications;
import org.prakat.publishing.domain.RegisterEntry;

/** The register of what an office put on its site in a fiscal year, by category and publishing order. */
public final class ReadRegister {

    private final Publications publications;
    private final ReferenceData reference;
    private final InstantSource clock;

    public ReadRegister(Publications publications, ReferenceData reference, InstantSource clock) {
        this.publications = publications;
        this.reference = reference;
        this.clock = clock;
    }

    /** Whether somebody may read the register of their office. */
    public Result<Identity> allowed(Identity who) {
        boolean reads = who.has(Role.ADMINISTRATOR) || who.has(Role.AUDITOR) || who.has(Role.APPROVER);
        return reads ? Result.ok(who) : Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
    }

    /**
     * Hands over the entries of a year one by one; they do not stay in memory.
     *
     * @param category of this one only; null: of all
     */
    public void forEach(Identity who, int fiscalYear, @Nullable String category, Consumer<RegisterEntry> entries) {
        Instant now = clock.instant();
        publications.forEachNumbered(
                who.office(), fiscalYear, category, item -> entries.accept(RegisterEntry.of(item, now)));
    }

    /** The name of a category; its id while it is not known. */
    public String category(String id) {
        return reference.category(id).map(CategoryDefined::name).map(Text::th).orElse(id);
    }

    /** The name of a work group; its id while it is not known. */
    public String workGroup(String id) {
        return reference.workGroup(id).map(WorkGroupDefined::name).map(Text::th).orElse(id);
    }
}
