package org.prakat.publishing.adapter.in.web;

import static org.prakat.common.web.RefusedException.orRefuse;
import static org.prakat.publishing.adapter.in.web.PublicationController.answer;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Page;
import org.prakat.common.web.EntityVersion;
import org.prakat.common.web.PageRequest;
import org.prakat.publishing.application.AmendItem;
import org.prakat.publishing.application.KeepItem;
import org.prakat.publishing.application.ReadPublications;
import org.prakat.publishing.domain.Amending.Execution;
import org.prakat.publishing.domain.OnSite;
import org.prakat.publishing.domain.OnSite.NewText;
import org.prakat.publishing.domain.Publication;
import org.prakat.publishing.domain.PublicationStatus;
import org.prakat.publishing.domain.RemovalRecord;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The API for what stands on the site: keeping it right and current (3.3), amending it, and taking it off (3.4). */
@RestController
@RequestMapping("/api/publications")
class UpkeepController {

    /** Why a removal is held. */
    record HoldRequest(@Nullable String reason) {}

    /** Another publication that has, or had, the same file. */
    record CopyView(String id, String title, PublicationStatus status, String address) {

        static CopyView of(Publication publication) {
            return new CopyView(
                    publication.id(),
                    publication.assignment().form().title(),
                    publication.status(),
                    publication.address());
        }
    }

    private final KeepItem keep;
    private final AmendItem amend;
    private final ReadPublications read;

    UpkeepController(KeepItem keep, AmendItem amend, ReadPublications read) {
        this.keep = keep;
        this.amend = amend;
        this.read = read;
    }

    @GetMapping("/expiring")
    Page<PublicationView> expiring(Identity who, PageRequest page) {
        return orRefuse(read.expiring(who, page.cursor(), page.size())).map(PublicationView::of);
    }

    @GetMapping("/currency-overdue")
    Page<PublicationView> currencyOverdue(Identity who, PageRequest page) {
        return orRefuse(read.currencyOverdue(who, page.cursor(), page.size())).map(PublicationView::of);
    }

    @GetMapping("/amendments")
    Page<PublicationView> withAmendments(Identity who, PageRequest page) {
        return orRefuse(read.withAmendments(who, page.cursor(), page.size())).map(PublicationView::of);
    }

    @PostMapping("/{id}/correction")
    ResponseEntity<PublicationView> correct(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody NewText correction) {
        return answer(keep.correct(who, id, seen.number(), correction));
    }

    @PostMapping("/{id}/currency-check")
    ResponseEntity<PublicationView> confirmCurrent(
            Identity who, @PathVariable String id, @RequestHeader("If-Match") EntityVersion seen) {
        return answer(keep.confirmCurrent(who, id, seen.number()));
    }

    @PostMapping("/{id}/hold")
    ResponseEntity<PublicationView> hold(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody HoldRequest hold) {
        return answer(keep.hold(who, id, seen.number(), hold.reason()));
    }

    @DeleteMapping("/{id}/hold")
    ResponseEntity<PublicationView> release(
            Identity who, @PathVariable String id, @RequestHeader("If-Match") EntityVersion seen) {
        return answer(keep.release(who, id, seen.number()));
    }

    @PostMapping("/{id}/take-down")
    ResponseEntity<PublicationView> takeDown(
            Identity who,
            @PathVariable String id,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody OnSite.Order order) {
        return answer(keep.takeDown(who, id, seen.number(), order));
    }

    @GetMapping("/{id}/copies")
    List<CopyView> copies(Identity who, @PathVariable String id) {
        return orRefuse(read.copies(who, id)).stream().map(CopyView::of).toList();
    }

    @GetMapping("/{id}/removal-record")
    RemovalRecord removalRecord(Identity who, @PathVariable String id) {
        return orRefuse(read.removalRecord(who, id));
    }

    @PostMapping("/{id}/amendments/{requestId}/execution")
    ResponseEntity<PublicationView> execute(
            Identity who,
            @PathVariable String id,
            @PathVariable String requestId,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody Execution execution) {
        return answer(amend.execute(who, id, seen.number(), requestId, execution));
    }

    @PostMapping("/{id}/amendments/{requestId}/return")
    ResponseEntity<PublicationView> sendBack(
            Identity who,
            @PathVariable String id,
            @PathVariable String requestId,
            @RequestHeader("If-Match") EntityVersion seen,
            @RequestBody GivenReasons back) {
        return answer(amend.sendBack(who, id, seen.number(), requestId, back.told()));
    }
}
