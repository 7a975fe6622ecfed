package org.prakat.common.event;

/**
 * What the administrator has laid down, whole and as it now is. On a compacted topic: the last one of each subject counts,
 * and a service keeps its own copy.
 */
public sealed interface ReferenceEvent extends Event
        permits OfficeDefined,
                WorkGroupDefined,
                CategoryDefined,
                StaffDefined,
                AppointmentOrderDefined,
                PublicHolidaysDefined,
                ReasonsDefined,
                OfficeClientDefined {

    /** Unique among things of its kind; never given to another thing. */
    String id();

    /** Counts the changes of this thing: a lower one never replaces a higher one. */
    long version();
}
