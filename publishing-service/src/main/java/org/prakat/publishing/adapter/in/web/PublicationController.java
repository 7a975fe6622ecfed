package org.prakat.publishing.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.storage.Bucket;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.storage.web.FileDownload;
import org.prakat.common.storage.web.FileDownload.Disposition;
import org.prakat.common.web.EntityVersion;
import org.prakat.common.web.PageRequest;
import org.prakat.publishing.application.PublishItem;
import org.prakat.publishing.application.ReadPublications;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.PublicationStatus;
import org.prakat.publishing.domain.Publishing.Instruction;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The webmaster's API (step 3). */
@RestController
@RequestMapping("/api/publications")
class PublicationController {

    private final ReadPublications read;
    private final PublishItem publish;
    private final FileDownload download;

    PublicationController(ReadPublications read, PublishItem publish, ObjectStore store) {
        this.read = read;
        this.publish = publish;
        this.download = new FileDownload(store);
    }

    @GetMapping
    Page<PublicationView> list(
            Identity who, @RequestParam(defaultValue = "ASSIGNED") PublicationStatus status, PageRequest page) {
        return orRefuse(read.list(who, status, page.cursor(), page.size())).map(PublicationView::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<PublicationView> read(Identity who, @PathVariable String id) {
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

    @PostMapping("/{id}/publication")
    ResponseEntity<PublicationView> publish(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody Instruction instruction) {
        return answer(publish.publish(who, id, seen.number(), instruction));
    }

    @PostMapping("/{id}/return")
    ResponseEntity<PublicationView> sendBack(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody GivenReasons back) {
        return answer(publish.sendBack(who, id, seen.number(), back.told()));
    }

    @PostMapping("/{id}/return-to-approver")
    ResponseEntity<PublicationView> sendBackToApprover(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody GivenReasons back) {
        return answer(publish.sendBackToApprover(who, id, seen.number(), back.told()));
    }

    @PostMapping("/{id}/schedule-cancellation")
    ResponseEntity<PublicationView> cancelSchedule(
            Identity who, @PathVariable String id, @RequestHeader("If-Match") EntityVersion seen) {
        return answer(publish.cancelSchedule(who, id, seen.number()));
    }

    static ResponseEntity<PublicationView> answer(Result<Versioned<Publication>> result) {
        Versioned<Publication> publication = orRefuse(result);
        return ResponseEntity.ok()
                .eTag(new EntityVersion(publication.version()).tag())
                .body(PublicationView.of(publication));
    }
}
