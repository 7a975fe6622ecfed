package org.prakat.request.adapter.in.office;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.RejectionReason;
import org.prakat.request.application.port.Outcomes.Told;
import org.prakat.request.domain.Outcome;
import org.prakat.request.domain.Problem;

/**
 * An outcome as a CloudEvent in JSON.
 *
 * @param subject the id of the request; absent where an event was not taken
 * @param sequence its number among the outcomes of the office; the cursor to go on from
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutcomeView(
        String specversion,
        String id,
        String source,
        String type,
        @Nullable String subject,
        Instant time,
        String sequence,
        String datacontenttype,
        Data data) {

    /** The data; absent where the type has no such thing. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Data(
            @Nullable String requestId,
            @Nullable String submission,
            List<RejectionReason> reasons,
            @Nullable String remark,
            @Nullable String address,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Problem problem) {}

    static OutcomeView of(Told told) {
        Outcome outcome = told.outcome();
        return new OutcomeView(
                "1.0",
                outcome.eventId(),
                "/prakat/request-service",
                outcome.type().wireName(),
                outcome.requestId(),
                outcome.time(),
                String.valueOf(told.number()),
                "application/json",
                new Data(
                        outcome.requestId(),
                        outcome.submission(),
                        outcome.reasons(),
                        outcome.remark(),
                        outcome.address(),
                        outcome.from(),
                        outcome.until(),
                        outcome.problem()));
    }
}
