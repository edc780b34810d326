package org.openbeat.app.partners.delivery;

import org.springframework.stereotype.Component;

/** How many subscriptions wait for someone to switch them on again. */
@Component
public class DisabledSubscriptions {
    private final JdbcSubscriptions store;

    DisabledSubscriptions(JdbcSubscriptions store) {
        this.store = store;
    }

    public int count() {
        return store.disabled();
    }
}
