package org.openbeat.app.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.access.approval.Act;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.springframework.stereotype.Component;

/** Somebody who lost password or second factor is let in anew. It takes two, or one alone could become anyone. */
@Component
class AccountRecovery extends AccountAct {
    private final JdbcRecoveries recoveries;
    private final AccountActs acts;
    private final SignInSettings settings;
    private final Clock clock;

    AccountRecovery(
            Accounts accounts, JdbcRecoveries recoveries, AccountActs acts, SignInSettings settings, Clock clock) {
        super(AccountActs.RECOVERY, accounts, acts);
        this.recoveries = recoveries;
        this.acts = acts;
        this.settings = settings;
        this.clock = clock;
    }

    static Act of(Account account) {
        return on(account, AccountActs.RECOVERY, Map.of());
    }

    @Override
    public List<String> effects(Act act, Locale language) {
        var account = account(act);
        return List.of(
                nameOf(account, language),
                acts.say("roles-now", language, acts.names(account.roles(), language)),
                acts.say("recovery", language, settings.recovery().toMinutes()),
                acts.say("recovery-parts", language));
    }

    @Override
    public void execute(Act act, Actor proposer, Actor approver) {
        var expires = clock.instant().truncatedTo(ChronoUnit.MICROS).plus(settings.recovery());
        recoveries.add(new Recovery(
                account(act).id(), AccountId.of(proposer.id()), AccountId.of(approver.id()), null, null, expires));
    }
}
