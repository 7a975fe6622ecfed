package org.prakat.request.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Concern;
import org.prakat.common.event.Person;
import org.prakat.common.event.Warning;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.storage.web.FileDownload;
import org.prakat.common.storage.web.FileDownload.Disposition;
import org.prakat.common.web.EntityVersion;
import org.prakat.common.web.PageRequest;
import org.prakat.request.application.AttachFile;
import org.prakat.request.application.BeginAmendment;
import org.prakat.request.application.BeginDraft;
import org.prakat.request.application.CopyRequest;
import org.prakat.request.application.DetachFile;
import org.prakat.request.application.DiscardDraft;
import org.prakat.request.application.EditDraft;
import org.prakat.request.application.ReadRequests;
import org.prakat.request.application.ReviseRequest;
import org.prakat.request.application.SubmitRequest;
import org.prakat.request.application.WithdrawRequest;
import org.prakat.request.domain.Draft;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.RevisionChanges;
import org.prakat.request.domain.TimelineEntry;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The officer's API (step 1). */
@RestController
@RequestMapping("/api/requests")
class RequestController {

    /** Why a request is taken back. */
    record Withdrawal(@Nullable String explanation) {}

    /** The use cases behind the controller. */
    record UseCases(
            ReadRequests read,
            BeginDraft begin,
            EditDraft edit,
            AttachFile attach,
            DetachFile detach,
            SubmitRequest submit,
            WithdrawRequest withdraw,
            ReviseRequest revise,
            DiscardDraft discard,
            BeginAmendment amend,
            CopyRequest copy) {}

    /** What is asked about something on the site. */
    record Amendment(Concern.@Nullable Kind kind) {}

    private final UseCases can;
    private final FileDownload download;

    RequestController(UseCases can, ObjectStore store) {
        this.can = can;
        this.download = new FileDownload(store);
    }

    @GetMapping
    Page<RequestView> mine(Identity who, PageRequest page) {
        return can.read().mine(who, page.cursor(), page.size()).map(RequestView::of);
    }

    @PostMapping
    ResponseEntity<RequestView> begin(Identity who, @RequestBody Draft draft) {
        return begun(can.begin().begin(who, draft));
    }

    @PostMapping("/{id}/amendments")
    ResponseEntity<RequestView> amend(Identity who, @PathVariable String id, @RequestBody Amendment amendment) {
        return begun(can.amend().begin(who, id, amendment.kind()));
    }

    @PostMapping("/{id}/copy")
    ResponseEntity<RequestView> copy(Identity who, @PathVariable String id) {
        return begun(can.copy().copy(who, id));
    }

    @GetMapping("/{id}/revisions")
    List<RevisionView> revisions(Identity who, @PathVariable String id) {
        return orRefuse(can.read().revisions(who, id)).stream()
                .map(RevisionView::of)
                .toList();
    }

    @GetMapping("/{id}/revisions/{to}/changes")
    RevisionChanges changes(Identity who, @PathVariable String id, @PathVariable int to, @RequestParam int from) {
        return orRefuse(can.read().changes(who, id, from, to));
    }

    @GetMapping("/{id}/warnings")
    List<Warning> warnings(Identity who, @PathVariable String id) {
        return orRefuse(can.read().warnings(who, id));
    }

    @GetMapping("/{id}/approvers")
    List<Person> approvers(Identity who, @PathVariable String id) {
        return orRefuse(can.read().approvers(who, id));
    }

    private static ResponseEntity<RequestView> begun(Result<Versioned<PublicationRequest>> result) {
        Versioned<PublicationRequest> begun = orRefuse(result);
        return ResponseEntity.created(
                        URI.create("/api/requests/" + begun.state().id()))
                .eTag(new EntityVersion(begun.version()).tag())
                .body(RequestView.of(begun));
    }

    @GetMapping("/{id}")
    ResponseEntity<RequestView> read(Identity who, @PathVariable String id) {
        return answer(can.read().read(who, id));
    }

    @PutMapping("/{id}")
    ResponseEntity<RequestView> edit(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody Draft draft) {
        return answer(can.edit().edit(who, id, seen.number(), draft));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(Identity who, @PathVariable String id, @RequestHeader("If-Match") EntityVersion seen) {
        orRefuse(can.discard().discard(who, id, seen.number()));
    }

    @GetMapping("/{id}/timeline")
    List<TimelineEntry> timeline(Identity who, @PathVariable String id) {
        return orRefuse(can.read().read(who, id)).state().timeline();
    }

    @PostMapping("/{id}/attachments")
    ResponseEntity<RequestView> attach(
            Identity who, @PathVariable String id, @RequestParam String fileName, HttpServletRequest request)
            throws IOException {
        AttachFile.Declared declared = new AttachFile.Declared(fileName, request.getContentType());
        return answer(can.attach().attach(who, id, declared, request.getInputStream()));
    }

    @PutMapping("/{id}/attachments/order")
    ResponseEntity<RequestView> reorder(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody List<String> attachmentIds) {
        return answer(can.edit().reorder(who, id, seen.number(), attachmentIds));
    }

    @GetMapping("/{id}/attachments/{attachmentId}")
    void download(
            Identity who,
            @PathVariable String id,
            @PathVariable String attachmentId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Attachment file = orRefuse(can.read().attachment(who, id, attachmentId));
        download.send(Bucket.INCOMING, file, Disposition.ATTACHMENT, "private, no-cache", request, response);
    }

    @DeleteMapping("/{id}/attachments/{attachmentId}")
    ResponseEntity<RequestView> detach(
            Identity who,
            @PathVariable String id,
            @PathVariable String attachmentId,
            @RequestHeader("If-Match") EntityVersion seen) {
        return answer(can.detach().detach(who, id, seen.number(), attachmentId));
    }

    @PostMapping("/{id}/submission")
    ResponseEntity<RequestView> submit(
            Identity who, @PathVariable String id, @RequestHeader("If-Match") EntityVersion seen) {
        return answer(can.submit().submit(who, id, seen.number()));
    }

    @PostMapping("/{id}/withdrawal")
    ResponseEntity<RequestView> withdraw(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody Withdrawal withdrawal) {
        return answer(can.withdraw().withdraw(who, id, seen.number(), withdrawal.explanation()));
    }

    @PostMapping("/{id}/revision")
    ResponseEntity<RequestView> revise(
            Identity who, @PathVariable String id, @RequestHeader("If-Match") EntityVersion seen) {
        return answer(can.revise().revise(who, id, seen.number()));
    }

    private static ResponseEntity<RequestView> answer(Result<Versioned<PublicationRequest>> result) {
        Versioned<PublicationRequest> request = orRefuse(result);
        return ResponseEntity.ok()
                .eTag(new EntityVersion(request.version()).tag())
                .body(RequestView.of(request));
    }
}
