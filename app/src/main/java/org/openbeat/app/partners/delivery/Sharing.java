package org.openbeat.app.partners.delivery;

import org.openbeat.app.dispatch.eido.IncidentExchange;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.kernel.Actor;
import org.springframework.stereotype.Component;

/** Whether a partner may know of an incident now; asked again each time that something is about to be told. */
@Component
class Sharing {
    private final IncidentExchange exchange;

    Sharing(IncidentExchange exchange) {
        this.exchange = exchange;
    }

    boolean isSharedWith(Actor partner, IncidentId incident) {
        return exchange.isSharedWith(partner, incident);
    }
}
