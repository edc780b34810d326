package org.openbeat.app.dispatch.live;

import org.openbeat.app.access.events.AccountChanged;
import org.openbeat.app.access.events.AccountClosed;
import org.openbeat.app.access.events.AccountRecovered;
import org.openbeat.app.access.events.PasswordChanged;
import org.openbeat.app.access.events.PasswordReset;
import org.openbeat.app.access.events.SessionEnded;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** Whoever loses a right loses the streams that were opened with it at once, not at the next request. */
@Component
class ChangedRights {
    private final Consoles consoles;

    ChangedRights(Consoles consoles) {
        this.consoles = consoles;
    }

    @TransactionalEventListener
    void on(AccountChanged event) {
        consoles.end(event.account());
    }

    @TransactionalEventListener
    void on(AccountClosed event) {
        consoles.end(event.account());
    }

    @TransactionalEventListener
    void on(PasswordReset event) {
        consoles.end(event.account());
    }

    @TransactionalEventListener
    void on(SessionEnded event) {
        consoles.end(event.account());
    }

    @TransactionalEventListener
    void on(PasswordChanged event) {
        consoles.end(event.account());
    }

    @TransactionalEventListener
    void on(AccountRecovered event) {
        consoles.end(event.account());
    }
}
