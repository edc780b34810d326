package org.openbeat.app.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openbeat.app.access.approval.Act;
import org.openbeat.app.access.approval.DangerousAct;
import org.openbeat.app.access.events.AccountClosed;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * An account with a powerful role is closed. It takes two, since whoever closed the other administrators' accounts alone
 * would be alone, and could then do everything alone. (A one-time password shuts an account out at once.)
 */
@Component
class AccountClosing implements DangerousAct {
    private final Accounts accounts;
    private final Sessions sessions;
    private final AccountActs acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AccountClosing(
            Accounts accounts, Sessions sessions, AccountActs acts, ApplicationEventPublisher events, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    static Act of(Account account) {
        return new Act(
                AccountActs.CLOSING, new Subject("account", account.id().toString()), account.agency(), Map.of());
    }

    @Override
    public String kind() {
        return AccountActs.CLOSING;
    }

    @Override
    public boolean mayPropose(Actor actor, Act act) {
        return AccountActs.mayPropose(actor, act);
    }

    @Override
    public boolean mayApprove(Actor actor, Act act) {
        return AccountActs.mayApprove(actor, act);
    }

    @Override
    public Optional<AccountId> concerned(Act act) {
        return Optional.of(AccountId.of(act.subject().id()));
    }

    @Override
    public List<String> effects(Act act, Locale language) {
        var account = account(act);
        return List.of(
                acts.say("account", language, account.name(), account.userName(), account.agency()),
                acts.say("roles-now", language, acts.names(account.roles(), language)),
                acts.say("closed", language));
    }

    @Override
    public String restsOn(Act act) {
        return account(act).isOpen() ? "open" : "closed";
    }

    @Override
    public void execute(Act act, Actor proposer, Actor approver) {
        var account = AccountId.of(act.subject().id());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        accounts.close(account, now);
        sessions.endAll(account);
        events.publishEvent(new AccountClosed(account, proposer, now));
    }

    private Account account(Act act) {
        return accounts.find(AccountId.of(act.subject().id())).orElseThrow();
    }
}
