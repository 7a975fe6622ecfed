package org.prakat.common.event;

import static org.prakat.common.event.Topic.APPROVAL_EVENTS;
import static org.prakat.common.event.Topic.EXPIRY_EVENTS;
import static org.prakat.common.event.Topic.PUBLICATION_EVENTS;
import static org.prakat.common.event.Topic.REFERENCE;
import static org.prakat.common.event.Topic.REQUEST_EVENTS;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The registry of the contract: every event, its name on the wire and its topic. A class may be renamed; a name on the
 * wire may not.
 */
public enum EventType {
    REQUEST_SUBMITTED("request.submitted.v1", RequestSubmitted.class, REQUEST_EVENTS),
    REQUEST_WITHDRAWN("request.withdrawn.v1", RequestWithdrawn.class, REQUEST_EVENTS),
    APPROVED("approval.approved.v1", Approved.class, APPROVAL_EVENTS),
    REJECTED("approval.rejected.v1", Rejected.class, APPROVAL_EVENTS),
    CHANGES_REQUESTED("approval.changes-requested.v1", ChangesRequested.class, APPROVAL_EVENTS),
    VERBAL_APPROVAL_CONFIRMED("approval.verbal-confirmed.v1", VerbalApprovalConfirmed.class, APPROVAL_EVENTS),
    VERBAL_APPROVAL_REFUSED("approval.verbal-refused.v1", VerbalApprovalRefused.class, APPROVAL_EVENTS),
    APPROVAL_HANDED_OVER("approval.handed-over.v1", ApprovalHandedOver.class, APPROVAL_EVENTS),
    PUBLICATION_SCHEDULED("publication.scheduled.v1", PublicationScheduled.class, PUBLICATION_EVENTS),
    PUBLISHED("publication.published.v1", Published.class, PUBLICATION_EVENTS),
    RETURNED("publication.returned.v1", Returned.class, PUBLICATION_EVENTS),
    REMOVED("publication.removed.v1", Removed.class, PUBLICATION_EVENTS),
    RETURNED_TO_APPROVER("publication.returned-to-approver.v1", ReturnedToApprover.class, PUBLICATION_EVENTS),
    SCHEDULE_CANCELLED("publication.schedule-cancelled.v1", ScheduleCancelled.class, PUBLICATION_EVENTS),
    CORRECTED("publication.corrected.v1", Corrected.class, PUBLICATION_EVENTS),
    CURRENCY_CONFIRMED("publication.currency-confirmed.v1", CurrencyConfirmed.class, PUBLICATION_EVENTS),
    EXTENDED("publication.extended.v1", Extended.class, PUBLICATION_EVENTS),
    REPLACED("publication.replaced.v1", Replaced.class, PUBLICATION_EVENTS),
    TAKEN_DOWN("publication.taken-down.v1", TakenDown.class, PUBLICATION_EVENTS),
    SUSPENDED("publication.suspended.v1", Suspended.class, PUBLICATION_EVENTS),
    RESUMED("publication.resumed.v1", Resumed.class, PUBLICATION_EVENTS),
    REMOVAL_HELD("publication.removal-held.v1", RemovalHeld.class, PUBLICATION_EVENTS),
    HOLD_RELEASED("publication.hold-released.v1", HoldReleased.class, PUBLICATION_EVENTS),
    ARCHIVE_DELETED("publication.archive-deleted.v1", ArchiveDeleted.class, PUBLICATION_EVENTS),
    PUBLICATION_DUE("expiry.publication-due.v1", PublicationDue.class, EXPIRY_EVENTS),
    EXPIRED("expiry.expired.v1", Expired.class, EXPIRY_EVENTS),
    EXPIRY_NEAR("expiry.expiry-near.v1", ExpiryNear.class, EXPIRY_EVENTS),
    STEP_DUE_SOON("expiry.step-due-soon.v1", StepDueSoon.class, EXPIRY_EVENTS),
    STEP_OVERDUE("expiry.step-overdue.v1", StepOverdue.class, EXPIRY_EVENTS),
    RETENTION_ENDED("expiry.retention-ended.v1", RetentionEnded.class, EXPIRY_EVENTS),
    OFFICE_DEFINED("reference.office.v1", OfficeDefined.class, REFERENCE),
    WORK_GROUP_DEFINED("reference.work-group.v1", WorkGroupDefined.class, REFERENCE),
    CATEGORY_DEFINED("reference.category.v1", CategoryDefined.class, REFERENCE),
    STAFF_DEFINED("reference.staff.v1", StaffDefined.class, REFERENCE),
    APPOINTMENT_ORDER_DEFINED("reference.appointment-order.v1", AppointmentOrderDefined.class, REFERENCE),
    PUBLIC_HOLIDAYS_DEFINED("reference.public-holidays.v1", PublicHolidaysDefined.class, REFERENCE),
    REASONS_DEFINED("reference.reasons.v1", ReasonsDefined.class, REFERENCE),
    OFFICE_CLIENT_DEFINED("reference.office-client.v1", OfficeClientDefined.class, REFERENCE);

    private static final Map<String, EventType> BY_WIRE_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::wireName, Function.identity()));
    private static final Map<Class<?>, EventType> BY_BODY =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::body, Function.identity()));

    private final String wireName;
    private final Class<? extends Event> body;
    private final Topic topic;

    EventType(String wireName, Class<? extends Event> body, Topic topic) {
        this.wireName = wireName;
        this.body = body;
        this.topic = topic;
    }

    /** The value of {@code ce_type}. */
    public String wireName() {
        return wireName;
    }

    public Class<? extends Event> body() {
        return body;
    }

    public Topic topic() {
        return topic;
    }

    public static Optional<EventType> named(String wireName) {
        return Optional.ofNullable(BY_WIRE_NAME.get(wireName));
    }

    /** @throws IllegalArgumentException when the event is not registered here, which a test rules out */
    public static EventType of(Class<? extends Event> body) {
        EventType type = BY_BODY.get(body);
        if (type == null) {
            throw new IllegalArgumentException("not in the registry: " + body);
        }
        return type;
    }
}
