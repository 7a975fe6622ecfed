package org.prakat.request.application;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.prakat.common.domain.Cause;
import org.prakat.common.domain.Change;
import org.prakat.common.domain.Fault;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Refusal;
import org.prakat.common.domain.Refusal.Reason;
import org.prakat.common.domain.Result;
import org.prakat.common.domain.Versioned;
import org.prakat.common.event.Attachment;
import org.prakat.common.event.OfficeClientDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.Person;
import org.prakat.common.reference.ReferenceData;
import org.prakat.request.application.port.Requests;
import org.prakat.request.application.port.Uploads;
import org.prakat.request.domain.Contact;
import org.prakat.request.domain.Draft;
import org.prakat.request.domain.PublicationRequest;
import org.prakat.request.domain.Sender;
import org.prakat.request.domain.Upload;

/**
 * Another office hands in a request, or takes one back, by an event. An event acts once: its id makes the id of the request,
 * and stands in the request's inbox.
 */
public final class HandIn {

    /**
     * What a request is to say.
     *
     * @param receiver the office that is to publish
     * @param uploads the ids of the files that were sent ahead, in their order; none when it is left out
     */
    public record Submission(String receiver, Contact contact, Draft form, List<String> uploads) {

        public Submission {
            uploads = uploads == null ? List.of() : List.copyOf(uploads);
        }
    }

    /**
     * What is taken back.
     *
     * @param submission the id of the event that handed it in
     */
    public record Withdrawal(String submission, String explanation) {}

    private final Requests requests;
    private final Uploads uploads;
    private final ReferenceData reference;
    private final Judgement judgement;
    private final InstantSource clock;

    public HandIn(
            Requests requests, Uploads uploads, ReferenceData reference, Judgement judgement, InstantSource clock) {
        this.requests = requests;
        this.uploads = uploads;
        this.reference = reference;
        this.judgement = judgement;
        this.clock = clock;
    }

    /**
     * Makes a request of an event, and submits it to the approvers of the receiving office.
     *
     * @return the id of the request
     */
    public Result<String> submit(Identity who, String eventId, Submission submission) {
        Sender sender = new Sender(who.office(), who.person().id(), eventId, submission.contact());
        if (requests.find(sender.requestId()).isPresent()) {
            return Result.ok(sender.requestId());
        }
        Optional<OfficeClientDefined> client = client(who);
        if (client.isEmpty()) {
            return Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
        }
        Cause cause = cause(who, eventId);
        List<Fault> faults = new ArrayList<>();
        if (!client.get().receivers().contains(submission.receiver())) {
            faults.add(new Fault("receiver", "NOT_A_RECEIVER"));
        }
        List<Attachment> files = files(sender, submission.uploads(), cause.at(), faults);
        if (!faults.isEmpty()) {
            return Result.refused(Refusal.invalid(faults));
        }
        return submitted(requester(who, submission.contact()), sender, submission, files, cause.at())
                .flatMap(change -> store(sender, submission.uploads(), change, cause));
    }

    private Optional<OfficeClientDefined> client(Identity who) {
        return reference
                .officeClient(who.person().id())
                .filter(known -> known.active() && known.office().equals(who.office()));
    }

    private List<Attachment> files(Sender sender, List<String> ids, Instant now, List<Fault> faults) {
        List<Attachment> files = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            Optional<Upload> upload =
                    uploads.find(ids.get(i)).filter(there -> there.isFree(sender.office(), sender.requestId(), now));
            if (upload.isEmpty()) {
                faults.add(new Fault("uploads[" + i + "]", "UNKNOWN_UPLOAD"));
            }
            upload.map(Upload::file).ifPresent(files::add);
        }
        return files;
    }

    private Result<Change<PublicationRequest>> submitted(
            Person requester, Sender sender, Submission submission, List<Attachment> files, Instant now) {
        Result<Change<PublicationRequest>> submitted = PublicationRequest.receive(
                        submission.receiver(), requester, sender, submission.form(), files, now)
                .map(Change::state)
                .flatMap(begun -> begun.submit(
                        judgement.rules(begun, now),
                        judgement.doubts(begun, now),
                        judgement.approval(begun, now),
                        now));
        return submitted instanceof Result.Refused<Change<PublicationRequest>> refused
                ? Result.refused(asInEvent(refused.refusal()))
                : submitted;
    }

    /** The rules name the fields of the form; in an event they stand a level deeper, and the files are uploads. */
    private static Refusal asInEvent(Refusal refusal) {
        List<Fault> faults = refusal.faults().stream()
                .map(fault -> new Fault(
                        fault.field().startsWith("attachments")
                                ? fault.field().replaceFirst("attachments", "uploads")
                                : "form." + fault.field(),
                        fault.code(),
                        fault.arguments()))
                .toList();
        return new Refusal(refusal.reason(), refusal.code(), faults);
    }

    /**
     * The files first, then the request. A file that is claimed for a request which then is not made is never given back,
     * since the same event may be making that request at this moment; the office sends it again.
     */
    private Result<String> store(Sender sender, List<String> ids, Change<PublicationRequest> change, Cause cause) {
        for (int i = 0; i < ids.size(); i++) {
            if (!uploads.claim(ids.get(i), sender.requestId())) {
                return Result.refused(Refusal.invalid(List.of(new Fault("uploads[" + i + "]", "UNKNOWN_UPLOAD"))));
            }
        }
        // Empty: the same event was faster, and its request is there.
        requests.add(sender.requestId(), change, cause);
        return Result.ok(sender.requestId());
    }

    /** Takes a request back, as its owner would; the newest state counts, since an event has seen none. */
    public Result<String> withdraw(Identity who, String eventId, Withdrawal withdrawal) {
        String id = Sender.requestId(who.office(), withdrawal.submission());
        Cause cause = cause(who, eventId);
        while (true) {
            Optional<Versioned<PublicationRequest>> found =
                    requests.find(id).filter(there -> there.state().isFrom(who.office()));
            if (found.isEmpty()) {
                return Result.refused(Refusal.invalid(List.of(new Fault("submission", "UNKNOWN"))));
            }
            if (requests.hasHandled(id, Sender.eventKey(who.office(), eventId))) {
                return Result.ok(id);
            }
            if (client(who).isEmpty()) {
                return Result.refused(Reason.FORBIDDEN, "FORBIDDEN");
            }
            Result<Change<PublicationRequest>> change =
                    found.get().state().withdraw(withdrawal.explanation(), cause.at());
            if (change instanceof Result.Refused<Change<PublicationRequest>> refused) {
                return Result.refused(refused.refusal());
            }
            if (requests.update(id, found.get(), change.orElseThrow(), cause).isPresent()) {
                return Result.ok(id);
            }
        }
    }

    private Cause cause(Identity who, String eventId) {
        return new Cause(clock.instant(), Sender.eventKey(who.office(), eventId), who);
    }

    /** Records name a person: the contact, of that office; it acts under the id of its program. */
    private Person requester(Identity who, Contact contact) {
        String office = reference
                .office(who.office())
                .map(OfficeDefined::name)
                .map(name -> name.th())
                .orElse(who.office());
        return new Person(who.person().id(), contact.name(), contact.position() + " " + office);
    }
}
