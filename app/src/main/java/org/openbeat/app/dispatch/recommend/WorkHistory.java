package org.openbeat.app.dispatch.recommend;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.unit.Stage;

/** The store of what units have done and do. */
interface WorkHistory {

    /** What a unit works on now. */
    record Current(
            int priority,
            String type,
            Stage stage,
            @Nullable Instant onSceneAt) {}

    Map<UnitId, Current> current(Collection<UnitId> units);

    /** For each unit on duty the share of its time on duty in which it had work, 0 to 1; none that had no work. */
    Map<UnitId, Double> workload(Instant now);

    /** For each type of incident the median time that units stayed, for those that left since. */
    Map<String, Duration> usualTimeOnScene(Instant since);
}
