package org.prakat.request.adapter.in.office;

import static org.prakat.common.web.RefusedException.orRefuse;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.cloudevents.CloudEvent;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Result;
import org.prakat.common.web.PageRequest;
import org.prakat.common.web.Problems;
import org.prakat.request.adapter.in.office.EventIntake.Accepted;
import org.prakat.request.adapter.in.office.EventReader.Mode;
import org.prakat.request.application.KeepUpload;
import org.prakat.request.application.ReadOutcomes;
import org.prakat.request.application.ReadOutcomes.Outlook;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What programs of other offices call. */
@RestController
class OfficeController {

    /**
     * What became of one event of a batch.
     *
     * @param id absent where the event could not be read
     * @param status as the event alone would have got it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BatchResult(@Nullable String id, int status, @Nullable String requestId, @Nullable ProblemDetail problem) {}

    /** What became of a batch, in its order. */
    record BatchResults(List<BatchResult> results) {}

    /** Some outcomes, and where to go on. */
    record OutcomePage(List<OutcomeView> items, String next, boolean more) {

        static OutcomePage of(Outlook outlook) {
            return new OutcomePage(
                    outlook.items().stream().map(OutcomeView::of).toList(), outlook.next(), outlook.more());
        }
    }

    private static final Logger log = LoggerFactory.getLogger(OfficeController.class);

    private final EventReader reader;
    private final EventIntake intake;
    private final KeepUpload uploads;
    private final ReadOutcomes outcomes;
    private final OutcomeStreams streams;
    private final Problems problems;

    OfficeController(
            EventReader reader,
            EventIntake intake,
            KeepUpload uploads,
            ReadOutcomes outcomes,
            OutcomeStreams streams,
            Problems problems) {
        this.reader = reader;
        this.intake = intake;
        this.uploads = uploads;
        this.outcomes = outcomes;
        this.streams = streams;
        this.problems = problems;
    }

    @PostMapping("/api/uploads")
    @ResponseStatus(HttpStatus.CREATED)
    UploadView upload(Identity who, @RequestParam String fileName, HttpServletRequest request) throws IOException {
        return UploadView.of(
                orRefuse(uploads.receive(who, fileName, request.getContentType(), request.getInputStream())));
    }

    @PostMapping("/api/events")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ResponseEntity<Object> take(Identity who, HttpServletRequest request, Locale language) throws IOException {
        Map<String, List<String>> headers = headers(request);
        Mode mode = orRefuse(reader.mode(headers));
        byte[] body = request.getInputStream().readAllBytes();
        if (mode == Mode.BATCH) {
            return batch(who, orRefuse(reader.batch(body)), language);
        }
        Result<CloudEvent> event = reader.one(headers, body);
        return ResponseEntity.accepted().body(orRefuse(event.flatMap(read -> intake.take(who, read))));
    }

    private ResponseEntity<Object> batch(Identity who, List<Result<CloudEvent>> events, Locale language) {
        List<BatchResult> results = events.stream()
                .map(event -> result(event, event.flatMap(read -> intake.take(who, read)), language))
                .toList();
        boolean all = results.stream().allMatch(result -> result.problem() == null);
        return ResponseEntity.status(all ? HttpStatus.ACCEPTED : HttpStatus.MULTI_STATUS)
                .contentType(MediaType.APPLICATION_JSON)
                .body(new BatchResults(results));
    }

    private BatchResult result(Result<CloudEvent> event, Result<Accepted> result, Locale language) {
        if (result instanceof Result.Refused<Accepted> refused) {
            String id = event instanceof Result.Ok<CloudEvent> read
                            && EventIntake.isId(read.value().getId())
                    ? read.value().getId()
                    : null;
            ProblemDetail problem = problems.of(refused.refusal(), language);
            return new BatchResult(id, problem.getStatus(), null, problem);
        }
        Accepted accepted = result.orElseThrow();
        return new BatchResult(accepted.id(), HttpStatus.ACCEPTED.value(), accepted.requestId(), null);
    }

    private static Map<String, List<String>> headers(HttpServletRequest request) {
        Map<String, List<String>> headers = new TreeMap<>();
        for (String name : Collections.list(request.getHeaderNames())) {
            headers.put(name.toLowerCase(Locale.ROOT), Collections.list(request.getHeaders(name)));
        }
        return headers;
    }

    @GetMapping("/api/events")
    OutcomePage outcomes(Identity who, @RequestParam(required = false) @Nullable String after, PageRequest page) {
        return OutcomePage.of(orRefuse(outcomes.after(who, after, page.size())));
    }

    /** The header is what a reader sends that lost its stream (HTML, section 9.2). */
    @GetMapping("/api/events/stream")
    void stream(
            Identity who,
            @RequestParam(required = false) @Nullable String after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response) {
        Outlook first = orRefuse(outcomes.after(who, lastEventId == null ? after : lastEventId, 1));
        String place = orRefuse(streams.enter(who));
        try {
            streams.send(who, first, response);
        } catch (IOException readerIsGone) {
            log.debug("a reader has left its stream: {}", readerIsGone.toString());
        } finally {
            streams.leave(place);
        }
    }
}
