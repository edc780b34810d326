package org.openbeat.app.access;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.openbeat.app.access.approval.Act;
import org.openbeat.app.access.events.AccountChanged;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** An account gets other roles or another agency. */
@Component
class RoleChange extends AccountAct {
    private final Accounts accounts;
    private final AccountActs acts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RoleChange(Accounts accounts, AccountActs acts, ApplicationEventPublisher events, Clock clock) {
        super(AccountActs.ROLE_CHANGE, accounts, acts);
        this.accounts = accounts;
        this.acts = acts;
        this.events = events;
        this.clock = clock;
    }

    static Act of(Account account, String name, AgencyId agency, Set<Role> roles) {
        return on(
                account,
                AccountActs.ROLE_CHANGE,
                Map.of(
                        "name", name,
                        "agency", agency.value(),
                        "roles", AccountActs.text(roles),
                        "before", AccountActs.text(account.roles())));
    }

    @Override
    public List<String> effects(Act act, Locale language) {
        var account = account(act);
        var lines = new ArrayList<String>();
        lines.add(nameOf(account, language));
        lines.add(acts.say("roles-now", language, acts.names(AccountActs.roles(act.particular("before")), language)));
        lines.add(acts.say("roles-then", language, acts.names(AccountActs.roles(act.particular("roles")), language)));
        if (!act.particular("agency").equals(act.agency().value())) {
            lines.add(acts.say("agency-then", language, act.particular("agency")));
        }
        return lines;
    }

    @Override
    public String restsOn(Act act) {
        var account = account(act);
        return account.agency() + " " + AccountActs.text(account.roles()) + " " + account.isOpen();
    }

    @Override
    public void execute(Act act, Actor proposer, Actor approver) {
        var account = account(act);
        if (!account.isOpen()) {
            throw new Refusal(Refusal.Kind.CONFLICT, "approval-outdated");
        }
        var agency = new AgencyId(act.particular("agency"));
        var roles = AccountActs.roles(act.particular("roles"));
        accounts.change(account.id(), act.particular("name"), agency, roles);
        var sorted = roles.stream().map(Role::name).sorted().toList();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        events.publishEvent(new AccountChanged(account.id(), agency, sorted, proposer, now));
    }
}
