package org.prakat.request.application;

import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Result;
import org.prakat.common.event.Announcement;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.RequestForm;
import org.prakat.common.event.Text;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.domain.OfficialForm;

/** Reads the office's form for a submission, with all that was filled in since. */
public final class ReadOfficialForm {

    private final ReadRequests requests;
    private final ReferenceData reference;

    public ReadOfficialForm(ReadRequests requests, ReferenceData reference) {
        this.requests = requests;
        this.reference = reference;
    }

    /**
     * The form with the names of what it mentions, as they are today; absent where nothing is known of that id.
     *
     * @param announcement the one that the form belongs to
     */
    public record Filled(
            OfficialForm form,
            @Nullable Text office,
            @Nullable Announcement announcement,
            @Nullable Text workGroup,
            @Nullable Text category) {}

    /**
     * The form of a request that one may read.
     *
     * @param revision number of the submission; null: the last
     */
    public Result<Filled> read(Identity who, String id, @Nullable Integer revision) {
        return requests.read(who, id)
                .flatMap(request -> request.state().form(revision))
                .map(this::named);
    }

    private Filled named(OfficialForm official) {
        RequestForm form = official.submitted().form();
        return new Filled(
                official,
                reference.office(form.office()).map(OfficeDefined::name).orElse(null),
                reference.office(form.office()).map(OfficeDefined::announcement).orElse(null),
                reference
                        .workGroup(form.workGroup())
                        .map(WorkGroupDefined::name)
                        .orElse(null),
                reference.category(form.category()).map(CategoryDefined::name).orElse(null));
    }
}
