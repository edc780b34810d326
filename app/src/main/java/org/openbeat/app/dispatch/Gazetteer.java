package org.openbeat.app.dispatch;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.incident.Location;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.recommend.Budget;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.places.PlaceMatch;
import org.openbeat.app.places.Places;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Finds where something is. Searching never stalls a command: what is not found in time stays words, for someone to
 * confirm.
 */
@Component
class Gazetteer implements DisposableBean {
    /** A match that fits the words less well than this is a guess. */
    private static final double SURE = 0.8;

    private final Places places;
    private final Clock clock;
    private final Budget budget = new Budget("places");

    Gazetteer(Places places, Clock clock) {
        this.places = places;
        this.clock = clock;
    }

    /** The location as it is to be stored; a point outside the jurisdiction is outside, whatever was claimed. */
    Location locate(String text, @Nullable GeoPoint point, @Nullable LocationTrust claimed) {
        return point == null
                ? budget.ask(() -> find(text), () -> new Location(text, null, LocationTrust.NO_POSITION, null))
                : check(text, point, claimed == null ? LocationTrust.APPROXIMATE : claimed);
    }

    private Location check(String text, GeoPoint point, LocationTrust trust) {
        var outside = places.map().isPresent()
                && places.jurisdictionAt(point, clock.instant()).isEmpty();
        var stored = outside && trust != LocationTrust.CONFIRMED ? LocationTrust.OUTSIDE : trust;
        return new Location(text, point, stored, beatAt(point));
    }

    private Location find(String text) {
        return places.find(text, 1).stream()
                .findFirst()
                .map(match -> new Location(text, match.at(), trust(match), beatAt(match.at())))
                .orElseGet(() -> new Location(text, null, LocationTrust.NO_POSITION, null));
    }

    private static LocationTrust trust(PlaceMatch match) {
        if (match.outside()) {
            return LocationTrust.OUTSIDE;
        }
        return switch (match.precision()) {
            case EXACT -> match.confidence() >= SURE ? LocationTrust.EXACT : LocationTrust.APPROXIMATE;
            case APPROXIMATE -> LocationTrust.APPROXIMATE;
            case CENTROID -> LocationTrust.CENTROID;
        };
    }

    private @Nullable BeatCode beatAt(GeoPoint point) {
        return places.beatAt(point, clock.instant())
                .map(found -> found.beat().code())
                .orElse(null);
    }

    @Override
    public void destroy() {
        budget.close();
    }
}
