package org.openbeat.app.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openbeat.app.access.approval.Act;
import org.openbeat.app.access.approval.DangerousAct;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.stereotype.Component;

/** Somebody who lost password or second factor is let in anew. It takes two, or one alone could become anyone. */
@Component
class AccountRecovery implements DangerousAct {
    private final Accounts accounts;
    private final JdbcRecoveries recoveries;
    private final AccountActs acts;
    private final SignInSettings settings;
    private final Clock clock;

    AccountRecovery(
            Accounts accounts, JdbcRecoveries recoveries, AccountActs acts, SignInSettings settings, Clock clock) {
        this.accounts = accounts;
        this.recoveries = recoveries;
        this.acts = acts;
        this.settings = settings;
        this.clock = clock;
    }

    static Act of(Account account) {
        return new Act(
                AccountActs.RECOVERY, new Subject("account", account.id().toString()), account.agency(), Map.of());
    }

    @Override
    public String kind() {
        return AccountActs.RECOVERY;
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
        return Optional.of(account(act).id());
    }

    @Override
    public List<String> effects(Act act, Locale language) {
        var account = account(act);
        return List.of(
                acts.say("account", language, account.name(), account.userName(), account.agency()),
                acts.say("roles-now", language, acts.names(account.roles(), language)),
                acts.say("recovery", language, settings.recovery().toMinutes()),
                acts.say("recovery-parts", language));
    }

    @Override
    public String restsOn(Act act) {
        return account(act).isOpen() ? "open" : "closed";
    }

    @Override
    public void execute(Act act, Actor proposer, Actor approver) {
        var expires = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(settings.recovery());
        recoveries.add(new Recovery(
                account(act).id(), AccountId.of(proposer.id()), AccountId.of(approver.id()), null, null, expires));
    }

    private Account account(Act act) {
        return accounts.find(AccountId.of(act.subject().id())).orElseThrow();
    }
}
