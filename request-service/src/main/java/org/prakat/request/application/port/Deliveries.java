package org.prakat.request.application.port;

import org.prakat.request.domain.Delivery;

/** What each person has chosen; at once until they choose. */
public interface Deliveries {

    Delivery of(String person);

    void choose(String person, Delivery delivery);
}
