package org.prakat.gateway.adapter.in.ui;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.prakat.common.domain.Identity;
import org.prakat.common.event.OfficeDefined;
import org.prakat.gateway.application.port.Definitions;

/** How the office is called to which a person belongs. */
final class OfficeName {

    private final Definitions<OfficeDefined> offices;

    OfficeName(Definitions<OfficeDefined> offices) {
        this.offices = offices;
    }

    @Nullable
    String of(Identity who, Locale language) {
        return offices.find(who.office())
                .map(office -> new Words(language).in(office.state().name()))
                .orElse(null);
    }
}
