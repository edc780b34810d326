package org.openbeat.app.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openbeat.app.access.approval.Act;
import org.openbeat.app.access.approval.DangerousAct;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Somebody gets an account with a powerful role. Nobody learns its first password: an administrator sets a one-time
 * password once the account is there, and hands it over.
 */
@Component
class AccountOpening implements DangerousAct {
    private static final int UNKNOWN_PASSWORD_LENGTH = 40;

    private final Accounts accounts;
    private final Access access;
    private final AccountActs acts;
    private final Identifiers identifiers;

    AccountOpening(Accounts accounts, Access access, AccountActs acts, Identifiers identifiers) {
        this.accounts = accounts;
        this.access = access;
        this.acts = acts;
        this.identifiers = identifiers;
    }

    static Act of(String userName, String name, AgencyId agency, Set<Role> roles) {
        return new Act(
                AccountActs.OPENING,
                new Subject("user-name", userName),
                agency,
                Map.of("name", name, "roles", AccountActs.text(roles)));
    }

    @Override
    public String kind() {
        return AccountActs.OPENING;
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
    public List<String> effects(Act act, Locale language) {
        var roles = AccountActs.roles(act.particular("roles"));
        return List.of(
                acts.say(
                        "account",
                        language,
                        act.particular("name"),
                        act.subject().id(),
                        act.agency()),
                acts.say("roles-then", language, acts.names(roles, language)),
                acts.say("password-later", language));
    }

    @Override
    public String restsOn(Act act) {
        return accounts.find(act.subject().id()).isPresent() ? "taken" : "free";
    }

    @Override
    public void execute(Act act, Actor proposer, Actor approver) {
        try {
            access.openWithOneTimePassword(
                    proposer,
                    new NewAccount(
                            act.subject().id(),
                            act.particular("name"),
                            identifiers.secret(UNKNOWN_PASSWORD_LENGTH),
                            act.agency(),
                            AccountActs.roles(act.particular("roles"))));
        } catch (DuplicateKeyException e) {
            throw new Refusal(Refusal.Kind.CONFLICT, "user-name-taken");
        }
    }
}
