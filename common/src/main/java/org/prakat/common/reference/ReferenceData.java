package org.prakat.common.reference;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.AppointmentOrderDefined.Duty;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.ReferenceEvent;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.WorkGroupDefined;

/** A service's copy of the reference data, as of the last event that it has read. */
public interface ReferenceData {

    /** Takes over what an event says, unless a newer version of the same thing is known. */
    void put(ReferenceEvent event);

    Optional<OfficeDefined> office(String id);

    Optional<WorkGroupDefined> workGroup(String id);

    Optional<CategoryDefined> category(String id);

    Optional<StaffDefined> staff(String id);

    /** The work groups of an office, by name. */
    List<WorkGroupDefined> workGroups(String office);

    /** The categories of an office in their order, the inactive ones too. */
    List<CategoryDefined> categories(String office);

    /** All orders that appoint this person, valid or not. */
    List<AppointmentOrderDefined> ordersOf(String holder);

    /** The order that gives this person this duty on this day, if one does. */
    default Optional<AppointmentOrderDefined> validOrder(
            String holder, Duty duty, String office, @Nullable String workGroup, LocalDate on) {
        return ordersOf(holder).stream()
                .filter(order -> order.gives(duty, office, workGroup, on))
                .findFirst();
    }

    /** The active people of an office who hold this duty on this day, for this work group where it matters. */
    List<StaffDefined> holders(Duty duty, String office, @Nullable String workGroup, LocalDate on);
}
