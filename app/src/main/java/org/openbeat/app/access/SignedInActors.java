package org.openbeat.app.access;

import jakarta.servlet.http.HttpServletRequest;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.web.ActorSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Turns the signed-in account into the actor of the request. */
@Component
class SignedInActors implements ActorSource {

    @Override
    public Actor actor(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication who
                        && who.getPrincipal() instanceof StaffMember member
                ? member.actor()
                : Actor.RESIDENT;
    }
}
