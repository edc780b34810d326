package org.openbeat.app.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openbeat.app.access.approval.Act;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the dangerous acts on accounts have in common: who may, and how roles are written. */
@Component
class AccountActs {
    static final String ROLE_CHANGE = "role-change";
    static final String OPENING = "account-opening";
    static final String CLOSING = "account-closing";
    static final String RECOVERY = "account-recovery";

    /** Whoever holds one of these can reach everything, or check everyone. */
    private static final Set<Role> POWERFUL = EnumSet.of(Role.ADMINISTRATOR, Role.OVERSIGHT);

    private final MessageSource messages;

    AccountActs(MessageSource messages) {
        this.messages = messages;
    }

    static boolean isPowerful(Set<Role> roles) {
        return roles.stream().anyMatch(POWERFUL::contains);
    }

    static boolean mayPropose(Actor actor, Act act) {
        return actor.has(Role.ADMINISTRATOR)
                && covers(actor, act)
                && !actor.id().equals(act.subject().id());
    }

    static boolean mayApprove(Actor actor, Act act) {
        return actor.hasAny(Role.ADMINISTRATOR, Role.COMMANDER) && covers(actor, act);
    }

    /** Both where the account is and where it would be. */
    private static boolean covers(Actor actor, Act act) {
        var agency = actor.agency();
        return agency != null
                && act.agency().isWithin(agency)
                && new AgencyId(act.particulars()
                                .getOrDefault("agency", act.agency().value()))
                        .isWithin(agency);
    }

    static String text(Collection<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }

    static Set<Role> roles(String text) {
        return text.isEmpty()
                ? Set.of()
                : Arrays.stream(text.split(",")).map(Role::valueOf).collect(Collectors.toSet());
    }

    String names(Collection<Role> roles, Locale language) {
        return roles.stream()
                .sorted()
                .map(role -> messages.getMessage("access.role." + role.name(), null, language))
                .collect(Collectors.joining(", "));
    }

    String say(String key, Locale language, Object... values) {
        return messages.getMessage("approval.effect." + key, values, language);
    }
}
