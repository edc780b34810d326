package org.openbeat.app.dispatch;

import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.incident.Location;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.stereotype.Component;

/** Places as they were typed or chosen, when no map is there to ask. */
@Component
class TypedPlaces implements Gazetteer {

    @Override
    public Location locate(String text, @Nullable GeoPoint point, @Nullable LocationTrust claimed) {
        return new Location(text, point, claimed == null ? LocationTrust.APPROXIMATE : claimed, null);
    }

    @Override
    public @Nullable BeatCode beatAt(GeoPoint point) {
        return null;
    }
}
