package org.prakat.approval.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prakat.approval.application.DecideCase;
import org.prakat.approval.application.ReadCases;
import org.prakat.approval.domain.Approval;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.CaseStatistics;
import org.prakat.approval.domain.CaseStatus;
import org.prakat.approval.domain.Confirmation;
import org.prakat.approval.domain.Rejection;
import org.prakat.approval.domain.VerbalRecord;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Person;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.storage.web.FileDownload;
import org.prakat.common.storage.web.FileDownload.Disposition;
import org.prakat.common.web.EntityVersion;
import org.prakat.common.web.PageRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The approver's API (step 2). */
@RestController
@RequestMapping("/api/approvals")
class ApprovalController {

    /** What a decision may choose from. */
    record Choices(List<Reason> reasons, List<Person> webmasters, List<CategoryDefined> categories) {

        /** A reason of refusal, in the caller's language. */
        record Reason(String code, String text) {}
    }

    /** To whom a case is handed over, and why. */
    record HandOver(@Nullable String to, @Nullable String explanation) {}

    private final ReadCases read;
    private final DecideCase decide;
    private final FileDownload download;

    ApprovalController(ReadCases read, DecideCase decide, ObjectStore store) {
        this.read = read;
        this.decide = decide;
        this.download = new FileDownload(store);
    }

    @GetMapping
    Page<CaseView> list(Identity who, @RequestParam(defaultValue = "PENDING") CaseStatus status, PageRequest page) {
        return read.list(who, status, page.cursor(), page.size()).map(this::view);
    }

    @GetMapping("/overdue")
    Page<CaseView> overdue(Identity who, PageRequest page) {
        return read.overdue(who, page.cursor(), page.size()).map(this::view);
    }

    @GetMapping("/statistics")
    CaseStatistics statistics(Identity who, @RequestParam int fiscalYear) {
        return orRefuse(read.statistics(who, fiscalYear));
    }

    private CaseView view(Versioned<ApprovalCase> found) {
        return CaseView.of(found, read.guideline(found.state()).orElse(null));
    }

    @GetMapping("/choices")
    Choices choices(Identity who, Locale language) {
        boolean english = Locale.ENGLISH.getLanguage().equals(language.getLanguage());
        List<Choices.Reason> reasons = read.reasons(who).stream()
                .map(reason -> new Choices.Reason(
                        reason.code(),
                        english ? reason.text().en() : reason.text().th()))
                .toList();
        return new Choices(reasons, read.webmasters(who), read.categories(who));
    }

    @GetMapping("/{id}")
    ResponseEntity<CaseView> read(Identity who, @PathVariable String id) {
        return answer(read.read(who, id));
    }

    @GetMapping("/{id}/approvers")
    List<Person> approvers(Identity who, @PathVariable String id) {
        return orRefuse(read.approvers(who, id));
    }

    @GetMapping("/{id}/attachments/{attachmentId}")
    void download(
            Identity who,
            @PathVariable String id,
            @PathVariable String attachmentId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Attachment file = orRefuse(read.attachment(who, id, attachmentId));
        download.send(Bucket.INCOMING, file, Disposition.INLINE, "private, no-cache", request, response);
    }

    @PostMapping("/{id}/approval")
    ResponseEntity<CaseView> approve(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody Approval approval) {
        return answer(decide.approve(who, id, seen.number(), approval));
    }

    @PostMapping("/{id}/rejection")
    ResponseEntity<CaseView> reject(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody Rejection rejection) {
        return answer(decide.reject(who, id, seen.number(), rejection));
    }

    @PostMapping("/{id}/changes-request")
    ResponseEntity<CaseView> requestChanges(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody Rejection wishes) {
        return answer(decide.requestChanges(who, id, seen.number(), wishes));
    }

    @PostMapping("/{id}/verbal-approval")
    ResponseEntity<CaseView> recordVerbal(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody VerbalRecord record) {
        return answer(decide.recordVerbal(who, id, seen.number(), record));
    }

    @PostMapping("/{id}/confirmation")
    ResponseEntity<CaseView> confirm(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody Confirmation confirmation) {
        return answer(decide.confirm(who, id, seen.number(), confirmation));
    }

    @PostMapping("/{id}/confirmation-refusal")
    ResponseEntity<CaseView> refuseConfirmation(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody Rejection rejection) {
        return answer(decide.refuseConfirmation(who, id, seen.number(), rejection));
    }

    @PostMapping("/{id}/hand-over")
    ResponseEntity<CaseView> handOver(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody HandOver handOver) {
        return answer(decide.handOver(who, id, seen.number(), handOver.to(), handOver.explanation()));
    }

    private ResponseEntity<CaseView> answer(Result<Versioned<ApprovalCase>> result) {
        Versioned<ApprovalCase> found = orRefuse(result);
        return ResponseEntity.ok()
                .eTag(new EntityVersion(found.version()).tag())
                .body(view(found));
    }
}
