package org.prakat.request.application.port;

import java.net.URI;
import java.util.Optional;
import org.prakat.request.application.port.Outcomes.Told;
import org.prakat.request.domain.Webhook;
import org.prakat.request.domain.WebhookAnswer;

/** Calls the addresses that other offices named. */
public interface WebhookCalls {

    /** Why an address may never be called, as a code; empty when it may, as far as its text tells. */
    Optional<String> faultOf(URI url);

    /** Tells an outcome, signed. Always has an answer, within seconds. */
    WebhookAnswer tell(Webhook webhook, Told told);
}
