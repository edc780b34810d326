package org.openbeat.app.access.purpose;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Actor;
import org.springframework.stereotype.Component;

/**
 * Compares whom somebody looks up with who works here. The names of staff are read at most once a minute: a look-up must
 * not wait for them.
 */
@Component
class StaffNames {
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final JdbcLookups store;
    private volatile @Nullable Kept kept;

    StaffNames(JdbcLookups store) {
        this.store = store;
    }

    /** Someone of staff. */
    record Member(String account, NameWords name) {}

    private record Kept(Instant at, List<Member> members) {}

    Set<Flag> flags(Actor actor, Collection<Person> persons, Instant now) {
        var flags = EnumSet.noneOf(Flag.class);
        persons.forEach(person -> {
            add(flags, actor, NameWords.of(person.name()), now);
            add(flags, actor, NameWords.of(localPart(person.email())), now);
        });
        return flags;
    }

    Set<Flag> flags(Actor actor, String words, Instant now) {
        var flags = EnumSet.noneOf(Flag.class);
        add(flags, actor, NameWords.of(words), now);
        return flags;
    }

    private static String localPart(String email) {
        var at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    private void add(Set<Flag> flags, Actor actor, NameWords sought, Instant now) {
        if (sought.isEmpty()) {
            return;
        }
        var own = NameWords.of(actor.name());
        if (sought.hasAllOf(own)) {
            flags.add(Flag.SELF);
        } else if (sought.hasFamilyNameOf(own)) {
            flags.add(Flag.FAMILY_NAME);
        }
        var colleague = members(now).stream()
                .filter(member -> !member.account().equals(actor.id()))
                .anyMatch(member -> sought.hasAllOf(member.name()));
        if (colleague && !flags.contains(Flag.SELF)) {
            flags.add(Flag.COLLEAGUE);
        }
    }

    private List<Member> members(Instant now) {
        var known = kept;
        if (known == null || known.at().plus(KEPT).isBefore(now) || known.at().isAfter(now)) {
            known = new Kept(now, store.members());
            kept = known;
        }
        return known.members();
    }
}
