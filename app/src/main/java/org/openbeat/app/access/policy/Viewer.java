package org.openbeat.app.access.policy;

import java.util.Set;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.BeatCode;

/**
 * Who looks or acts, with what else decides how they stand to an item.
 *
 * @param beats the beats for which the person answers now
 */
public record Viewer(Actor actor, Set<BeatCode> beats) {

    public Viewer {
        beats = Set.copyOf(beats);
    }

    public static Viewer of(Actor actor) {
        return new Viewer(actor, Set.of());
    }
}
