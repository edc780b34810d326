package org.openbeat.app.access;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openbeat.app.access.approval.Act;
import org.openbeat.app.access.approval.DangerousAct;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;

/** A dangerous act on an account that is there: whose account it is, and who may propose and approve it. */
abstract class AccountAct implements DangerousAct {
    private final String kind;
    private final Accounts accounts;
    private final AccountActs acts;

    AccountAct(String kind, Accounts accounts, AccountActs acts) {
        this.kind = kind;
        this.accounts = accounts;
        this.acts = acts;
    }

    static Act on(Account account, String kind, Map<String, String> particulars) {
        return new Act(kind, new Subject("account", account.id().toString()), account.agency(), particulars);
    }

    @Override
    public final String kind() {
        return kind;
    }

    @Override
    public final boolean mayPropose(Actor actor, Act act) {
        return AccountActs.mayPropose(actor, act);
    }

    @Override
    public final boolean mayApprove(Actor actor, Act act) {
        return AccountActs.mayApprove(actor, act);
    }

    @Override
    public final Optional<AccountId> concerned(Act act) {
        return Optional.of(AccountId.of(act.subject().id()));
    }

    @Override
    public String restsOn(Act act) {
        return account(act).isOpen() ? "open" : "closed";
    }

    /** The account as it is now; none is ever removed. */
    final Account account(Act act) {
        return accounts.find(AccountId.of(act.subject().id())).orElseThrow();
    }

    /** The line that names the account. */
    final String nameOf(Account account, Locale language) {
        return acts.say("account", language, account.name(), account.userName(), account.agency());
    }
}
