package org.openbeat.app.dispatch.recommend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.engine.response.NoRoad;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.RoadNetwork;
import org.openbeat.engine.response.TravelTime;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Road times within the budget, or straight lines: whoever waits for a unit must not wait for a map. */
@Component
class BudgetedTravelTimes implements TravelTimes, DisposableBean {
    private final Roads roads;
    private final Budget budget = new Budget("road times");

    BudgetedTravelTimes(Roads roads) {
        this.roads = roads;
    }

    /** Where the roads come from; they may be imported while we run. */
    interface Roads {
        RoadNetwork network();
    }

    @Override
    public Map<UnitId, TravelTime> to(Point target, List<Origin<UnitId>> origins) {
        return budget.ask(() -> roads.network().travelTimes(origins, target), () -> straight(target, origins));
    }

    private static Map<UnitId, TravelTime> straight(Point target, List<Origin<UnitId>> origins) {
        var times = new LinkedHashMap<UnitId, TravelTime>();
        origins.forEach(origin -> times.put(origin.key(), TravelTime.straight(origin.at(), target, NoRoad.NO_MAP)));
        return times;
    }

    @Override
    public void destroy() {
        budget.close();
    }
}
