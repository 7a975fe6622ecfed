package org.prakat.approval.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.prakat.approval.application.DecideCase;
import org.prakat.approval.application.ReadCases;
import org.prakat.approval.domain.Approval;
import org.prakat.approval.domain.ApprovalCase;
import org.prakat.approval.domain.CaseStatus;
import org.prakat.approval.domain.ReasonCode;
import org.prakat.approval.domain.Rejection;
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
import org.prakat.common.web.Problems;
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
        record Reason(ReasonCode code, String text) {}
    }

    private final ReadCases read;
    private final DecideCase decide;
    private final Problems texts;
    private final FileDownload download;

    ApprovalController(ReadCases read, DecideCase decide, Problems texts, ObjectStore store) {
        this.read = read;
        this.decide = decide;
        this.texts = texts;
        this.download = new FileDownload(store);
    }

    @GetMapping
    Page<CaseView> list(Identity who, @RequestParam(defaultValue = "PENDING") CaseStatus status, PageRequest page) {
        return read.list(who, status, page.cursor(), page.size()).map(CaseView::of);
    }

    @GetMapping("/choices")
    Choices choices(Identity who, Locale language) {
        List<Choices.Reason> reasons = Arrays.stream(ReasonCode.values())
                .map(code -> new Choices.Reason(code, texts.text("REASON_" + code, Map.of(), language)))
                .toList();
        return new Choices(reasons, read.webmasters(who), read.categories(who));
    }

    @GetMapping("/{id}")
    ResponseEntity<CaseView> read(Identity who, @PathVariable String id) {
        return answer(read.read(who, id));
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

    private static ResponseEntity<CaseView> answer(Result<Versioned<ApprovalCase>> result) {
        Versioned<ApprovalCase> found = orRefuse(result);
        return ResponseEntity.ok()
                .eTag(new EntityVersion(found.version()).tag())
                .body(CaseView.of(found));
    }
}
