package org.openbeat.app.access;

import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Tells what somebody must do first. */
@Component
class Duties {
    private final SignInSettings settings;

    Duties(SignInSettings settings) {
        this.settings = settings;
    }

    Optional<Duty> of(Authentication who) {
        if (!(who.getPrincipal() instanceof StaffMember member)) {
            return Optional.empty();
        }
        if (member.mustChangePassword()) {
            return Optional.of(Duty.OWN_PASSWORD);
        }
        return settings.demandsSecondFactor(member.roles()) && !provedTwice(who)
                ? Optional.of(Duty.SECOND_FACTOR)
                : Optional.empty();
    }

    private static boolean provedTwice(Authentication who) {
        return who.getDetails() instanceof Session session && session.proof().secondFactor();
    }
}
