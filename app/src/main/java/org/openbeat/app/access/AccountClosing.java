package org.openbeat.app.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.access.approval.Act;
import org.openbeat.app.access.events.AccountClosed;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * An account with a powerful role is closed. It takes two, since whoever closed the other administrators' accounts alone
 * would be alone, and could then do everything alone. (A one-time password shuts an account out at once.)
 */
@Component
class AccountClosing extends AccountAct {
    private final Accounts accounts;
    private final Sessions sessions;
    private final AccountActs acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountClosing(
            Accounts accounts, Sessions sessions, AccountActs acts, ApplicationEventPublisher events, Clock clock) {
        super(AccountActs.CLOSING, accounts, acts);
        this.accounts = accounts;
        this.sessions = sessions;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    static Act of(Account account) {
        return on(account, AccountActs.CLOSING, Map.of());
    }

    @Override
    public List<String> effects(Act act, Locale language) {
        var account = account(act);
        return List.of(
                nameOf(account, language),
                acts.say("roles-now", language, acts.names(account.roles(), language)),
                acts.say("closed", language));
    }

    @Override
    public void execute(Act act, Actor proposer, Actor approver) {
        var account = AccountId.of(act.subject().id());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        accounts.close(account, now);
        sessions.endAll(account);
        events.publishEvent(new AccountClosed(account, proposer, now));
    }
}
