package org.openbeat.app.desk;

import java.util.Optional;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.stereotype.Component;

/** Knows no map yet: every position lies in no beat. */
@Component
class UnmappedAreas implements Areas {

    @Override
    public Optional<Area> at(GeoPoint point) {
        return Optional.empty();
    }

    @Override
    public Optional<Area> of(BeatCode beat) {
        return Optional.empty();
    }
}
