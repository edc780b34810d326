package org.openbeat.app.dispatch.recommend;

import java.util.List;
import java.util.Map;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.TravelTime;

/** How long units need to a place. It answers within its budget, by a straight line if need be, and says which. */
public interface TravelTimes {

    Map<UnitId, TravelTime> to(Point target, List<Origin<UnitId>> origins);
}
