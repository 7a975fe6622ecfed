package org.prakat.request.application.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.prakat.request.domain.WebhookDelivery;

/** What was, is and will be delivered to the webhooks of other offices. */
public interface WebhookDeliveries {

    /** Keeps a new one, unless there is one of that number already. */
    void add(WebhookDelivery delivery);

    void store(WebhookDelivery delivery);

    Optional<WebhookDelivery> find(String office, long number);

    /** Those that are to be tried now, in the order of their numbers. */
    List<WebhookDelivery> due(String office, Instant now, int limit);

    /** Those with smaller numbers, the newest first. */
    List<WebhookDelivery> before(String office, long number, int limit);

    /** Forgets those that were tried last before a time, and are not to be tried any more. */
    void forgetSettledBefore(Instant time);

    void forgetAllOf(String office);
}
