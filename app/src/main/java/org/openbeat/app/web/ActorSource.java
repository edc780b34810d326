package org.openbeat.app.web;

import jakarta.servlet.http.HttpServletRequest;
import org.openbeat.app.kernel.Actor;

/** Tells who sends a request; the module of access contributes the one bean. */
public interface ActorSource {

    /** The signed-in member of staff, or {@link Actor#RESIDENT} for everyone else. */
    Actor actor(HttpServletRequest request);
}
