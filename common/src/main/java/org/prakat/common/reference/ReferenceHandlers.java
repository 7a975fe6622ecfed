package org.prakat.common.reference;

import org.prakat.common.domain.EventContext;
import org.prakat.common.domain.Handled;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.OfficeClientDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.PublicHolidaysDefined;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.ReferenceEvent;
import org.prakat.common.event.StaffDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.messaging.EventDispatcher;

/** Keeps a service's copy of the reference data up to date. */
public final class ReferenceHandlers {

    private final ReferenceData data;

    private ReferenceHandlers(ReferenceData data) {
        this.data = data;
    }

    /** The handlers of a service that keeps such a copy; it adds its own. */
    public static EventDispatcher.Builder handling(ReferenceData data) {
        ReferenceHandlers handlers = new ReferenceHandlers(data);
        return EventDispatcher.handling()
                .on(OfficeDefined.class, handlers::on)
                .on(WorkGroupDefined.class, handlers::on)
                .on(CategoryDefined.class, handlers::on)
                .on(StaffDefined.class, handlers::on)
                .on(PublicHolidaysDefined.class, handlers::on)
                .on(ReasonsDefined.class, handlers::on)
                .on(OfficeClientDefined.class, handlers::on)
                .on(AppointmentOrderDefined.class, handlers::on);
    }

    private Handled on(ReferenceEvent event, EventContext context) {
        data.put(event);
        return Handled.DONE;
    }
}
