package org.openbeat.app.dispatch.recommend;

import org.openbeat.app.places.Places;
import org.openbeat.engine.response.RoadNetwork;
import org.springframework.stereotype.Component;

/** The roads of the imported map. */
@Component
class RoadsOfPlaces implements BudgetedTravelTimes.Roads {
    private final Places places;

    RoadsOfPlaces(Places places) {
        this.places = places;
    }

    @Override
    public RoadNetwork network() {
        return places.roads();
    }
}
