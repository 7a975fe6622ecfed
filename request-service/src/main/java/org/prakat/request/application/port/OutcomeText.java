package org.prakat.request.application.port;

import org.prakat.request.application.port.Outcomes.Told;

/** How an outcome is written down for its office. */
public interface OutcomeText {

    /** As a CloudEvent in JSON (structured mode), in UTF-8. */
    byte[] structured(Told told);
}
