package org.openbeat.engine.response.roads;

import java.nio.file.Path;
import org.openbeat.engine.response.Profile;
import org.openbeat.engine.response.RoadNetwork;

/** The two kinds of road network; see {@link RoadNetwork#open(Path, Path, Profile)}. */
public final class RoadNetworks {
    private RoadNetworks() {}

    public static RoadNetwork open(Path osm, Path cache, Profile profile) {
        return ImportedRoads.open(osm, cache, profile);
    }

    public static RoadNetwork withoutMap() {
        return new NoRoads();
    }
}
