package org.openbeat.app.dispatch.recommend;

import org.openbeat.app.places.Places;
import org.openbeat.engine.response.RoadNetwork;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
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

    /** The first reading takes longer than anyone who sends a unit may wait; so nobody is the first. */
    @EventListener(ApplicationReadyEvent.class)
    void readAhead() {
        Thread.ofVirtual().name("roads-read-ahead").start(places::roads);
    }
}
