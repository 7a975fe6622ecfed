package org.prakat.common.reference;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.prakat.common.calendar.OfficeZone;
import org.prakat.common.calendar.WorkingDays;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.Due;
import org.prakat.common.event.OfficeClientDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.OfficeRules;
import org.prakat.common.event.PublicHolidaysDefined;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.ReferenceEvent;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.WorkGroupDefined;

/** A service's copy of the reference data, as of the last event that it has read. */
public interface ReferenceData {

    /** When offices open: the hour of reminders. */
    LocalTime START_OF_WORK = LocalTime.of(8, 30);

    /** Takes over what an event says, unless a newer version of the same thing is known. */
    void put(ReferenceEvent event);

    /** Whether all of these things are known, in whichever version, by the subjects of their events. */
    boolean knows(Collection<String> subjects);

    Optional<OfficeDefined> office(String id);

    Optional<WorkGroupDefined> workGroup(String id);

    Optional<CategoryDefined> category(String id);

    Optional<StaffDefined> staff(String id);

    /**
     * A program of another office.
     *
     * @param actor the id under which it acts
     */
    Optional<OfficeClientDefined> officeClient(String actor);

    /** The work groups of an office, by name. */
    List<WorkGroupDefined> workGroups(String office);

    /** The categories of an office in their order, the inactive ones too. */
    List<CategoryDefined> categories(String office);

    /** The active people who administer an office. */
    List<StaffDefined> administrators(String office);

    /** The public holidays of an office, as far as they are known. */
    Optional<PublicHolidaysDefined> publicHolidays(String office);

    /** The reasons that an office gives when it refuses or returns; those of the procedure until it lays down its own. */
    ReasonsDefined reasons(String office);

    /** What an office has laid down for its procedure. */
    default OfficeRules rules(String office) {
        return office(office).map(OfficeDefined::rules).orElse(OfficeRules.DEFAULT);
    }

    /**
     * Until when something is to be done that may take so many working days of an office.
     *
     * @param from when they begin to count: with the next working day, UTC
     */
    default Due due(String office, int workingDays, Instant from) {
        Set<LocalDate> holidays = publicHolidays(office).stream()
                .flatMap(known -> known.holidays().stream())
                .map(PublicHolidaysDefined.Holiday::date)
                .collect(Collectors.toSet());
        LocalDate last = new WorkingDays(holidays).after(OfficeZone.dateOf(from), workingDays);
        return new Due(
                last.atTime(START_OF_WORK).atZone(OfficeZone.ZONE).toInstant(), OfficeZone.startOf(last.plusDays(1)));
    }

    /** All orders of an office, valid or not. */
    List<AppointmentOrderDefined> orders(String office);

    /** All orders that appoint this person, valid or not. */
    List<AppointmentOrderDefined> ordersOf(String holder);

    /**
     * Whether an order gives this duty on this day. A deputy's does while the head is away, and only if the head's does; a
     * deputy has no deputy.
     */
    default boolean gives(
            AppointmentOrderDefined order, Duty duty, String office, @Nullable String workGroup, LocalDate on) {
        String head = order.deputyFor();
        return order.gives(duty, office, workGroup, on)
                && (head == null || isDeputised(head, duty, office, workGroup, on));
    }

    private boolean isDeputised(String head, Duty duty, String office, @Nullable String workGroup, LocalDate on) {
        boolean away = staff(head).filter(there -> there.isAway(on)).isPresent();
        return away && isHead(head, duty, office, workGroup, on);
    }

    private boolean isHead(String person, Duty duty, String office, @Nullable String workGroup, LocalDate on) {
        return ordersOf(person).stream()
                .anyMatch(own -> own.deputyFor() == null && own.gives(duty, office, workGroup, on));
    }

    /** The order that gives this person this duty on this day, if one does. */
    default Optional<AppointmentOrderDefined> validOrder(
            String holder, Duty duty, String office, @Nullable String workGroup, LocalDate on) {
        return ordersOf(holder).stream()
                .filter(order -> gives(order, duty, office, workGroup, on))
                .findFirst();
    }

    /** The active people of an office who hold this duty on this day, for this work group where it matters. */
    default List<StaffDefined> holders(Duty duty, String office, @Nullable String workGroup, LocalDate on) {
        return appointed(office, order -> gives(order, duty, office, workGroup, on));
    }

    /**
     * The order by which this person may decide on a request for this work group on this day: one that gives them the duty, or, as
     * nobody decides on their own request, the one by which they are the deputy of the head who asks.
     */
    default Optional<AppointmentOrderDefined> approvalOrder(
            String person, String requester, String office, @Nullable String workGroup, LocalDate on) {
        return validOrder(person, Duty.APPROVE, office, workGroup, on).or(() -> ordersOf(person).stream()
                .filter(order -> isForTheRequestersOwn(order, requester, office, workGroup, on))
                .findFirst());
    }

    /** The active people who may decide on a request for this work group on this day, which whoever asks may not. */
    default List<StaffDefined> approvers(String requester, String office, @Nullable String workGroup, LocalDate on) {
        return appointed(
                        office,
                        order -> gives(order, Duty.APPROVE, office, workGroup, on)
                                || isForTheRequestersOwn(order, requester, office, workGroup, on))
                .stream()
                .filter(approver -> !approver.id().equals(requester))
                .toList();
    }

    private boolean isForTheRequestersOwn(
            AppointmentOrderDefined order, String requester, String office, @Nullable String workGroup, LocalDate on) {
        return requester.equals(order.deputyFor())
                && order.gives(Duty.APPROVE, office, workGroup, on)
                && isHead(requester, Duty.APPROVE, office, workGroup, on);
    }

    private List<StaffDefined> appointed(String office, Predicate<AppointmentOrderDefined> by) {
        return orders(office).stream()
                .filter(by)
                .map(AppointmentOrderDefined::holder)
                .distinct()
                .flatMap(holder -> staff(holder).stream())
                .filter(StaffDefined::active)
                .sorted(Comparator.comparing(StaffDefined::name))
                .toList();
    }
}
