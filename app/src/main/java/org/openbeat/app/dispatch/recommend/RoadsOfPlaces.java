package org.openbeat.app.dispatch.recommend;

import org.openbeat.engine.response.RoadNetwork;
import org.springframework.stereotype.Component;

/** The roads of the imported map. */
@Component
class RoadsOfPlaces implements BudgetedTravelTimes.Roads {
    private final RoadNetwork none = RoadNetwork.withoutMap();

    @Override
    public RoadNetwork network() {
        return none;
    }
}
