package org.openbeat.app.dispatch.recommend;

import org.openbeat.app.dispatch.roads.RoadsInForce;
import org.openbeat.engine.response.RoadNetwork;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The roads of the imported map as they are now. */
@Component
class RoadsOfPlaces implements BudgetedTravelTimes.Roads {
    private final RoadsInForce roads;

    RoadsOfPlaces(RoadsInForce roads) {
        this.roads = roads;
    }

    @Override
    public RoadNetwork network() {
        return roads.network();
    }

    /** The first reading takes longer than anyone who sends a unit may wait; so nobody is the first. */
    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        Thread.ofVirtual().name("roads-read-ahead").start(roads::network);
    }
}
