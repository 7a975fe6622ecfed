package org.prakat.request.application;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.Due;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.application.port.Requests;
import org.prakat.request.domain.Doubts;
import org.prakat.request.domain.Draft;
import org.prakat.request.domain.FormRules;
import org.prakat.request.domain.PublicationRequest;

/** By what a form is judged: the rules that hold at this moment, and what the office already has. */
public final class Judgement {

    private final Requests requests;
    private final ReferenceData reference;

    public Judgement(Requests requests, ReferenceData reference) {
        this.requests = requests;
        this.reference = reference;
    }

    FormRules rules(PublicationRequest request, Instant at) {
        Draft draft = request.draft();
        return new FormRules(
                request.office(),
                Optional.ofNullable(draft.workGroup()).flatMap(reference::workGroup),
                Optional.ofNullable(draft.category()).flatMap(reference::category),
                OfficeZone.dateOf(at));
    }

    Due approval(PublicationRequest request, Instant at) {
        return reference.due(request.office(), reference.rules(request.office()).approvalDays(), at);
    }

    Doubts doubts(PublicationRequest request, Instant at) {
        return new Doubts(sameTitle(request), sameFile(request), OfficeZone.dateOf(at));
    }

    private Optional<String> sameTitle(PublicationRequest request) {
        String category = request.draft().category();
        return category == null || request.titleKey().isEmpty()
                ? Optional.empty()
                : requests.live(request.office(), category, request.titleKey(), request.id());
    }

    private Map<String, String> sameFile(PublicationRequest request) {
        Collection<Attachment> files = request.attachments();
        if (files.isEmpty()) {
            return Map.of();
        }
        Set<String> contents = files.stream().map(Attachment::sha256).collect(Collectors.toSet());
        List<PublicationRequest> others = requests.liveWithAnyOf(contents, request.office(), request.id());
        Map<String, String> found = new HashMap<>();
        for (PublicationRequest other : others) {
            for (Attachment file : files) {
                boolean same = other.attachments().stream()
                        .anyMatch(theirs -> theirs.sha256().equals(file.sha256()));
                if (same) {
                    found.putIfAbsent(file.id(), other.id());
                }
            }
        }
        return found;
    }
}
