package org.openbeat.app.access;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/** Finds the people to whom an item is to be limited: open accounts of the organisation that has it. */
@Component
public class NamedPeople {
    private static final int MOST = 50;

    private final Accounts accounts;

    NamedPeople(Accounts accounts) {
        this.accounts = accounts;
    }

    /**
     * The ids of the accounts with these user names, and of the head who names them: someone must be able to lift it.
     *
     * @throws Refusal {@code person-unknown} with the first name that is nobody's of the organisation;
     *     {@code too-many-people}
     */
    public Set<String> named(Actor head, AgencyId agency, Collection<String> userNames) {
        var named = new TreeSet<String>();
        named.add(head.id());
        for (var userName : userNames) {
            var person = accounts.find(userName.strip())
                    .filter(member -> organisation(member.agency()).equals(organisation(agency)))
                    .orElseThrow(() -> new Refusal(Refusal.Kind.INVALID, "person-unknown"));
            named.add(person.account().toString());
        }
        if (named.size() > MOST) {
            throw new Refusal(Refusal.Kind.INVALID, "too-many-people", MOST);
        }
        return named;
    }

    /** An organisation is a whole tree of agencies. */
    private static String organisation(AgencyId agency) {
        var end = agency.value().indexOf('/');
        return end < 0 ? agency.value() : agency.value().substring(0, end);
    }
}
