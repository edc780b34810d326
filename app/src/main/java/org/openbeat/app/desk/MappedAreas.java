package org.openbeat.app.desk;

import java.time.Clock;
import java.util.Optional;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.places.Places;
import org.springframework.stereotype.Component;

/** The areas of the map in use, as they are bounded now. */
@Component
class MappedAreas implements Areas {
    private final Places places;
    private final OpenbeatSettings settings;
    private final Clock clock;

    MappedAreas(Places places, OpenbeatSettings settings, Clock clock) {
        this.places = places;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<Area> at(GeoPoint point) {
        return places.beatAt(point, clock.instant()).map(found -> {
            var across = found.isDoubtful() ? found.across() : null;
            return new Area(
                    found.beat().code(), found.beat().agency(), settings.zone(), across == null ? null : across.code());
        });
    }

    @Override
    public Optional<Area> of(BeatCode beat) {
        return places.findBeat(beat).map(found -> new Area(found.code(), found.agency(), settings.zone(), null));
    }
}
