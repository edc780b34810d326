package org.openbeat.app.dispatch.recommend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.engine.response.Circumstances;
import org.openbeat.engine.response.Commitment;
import org.openbeat.engine.response.PositionTrust;
import org.springframework.stereotype.Component;

/** What is known of units beside where they are: what binds them, how much they worked, when their shift ends. */
@Component
public class UnitCircumstances {
    private static final Duration LOOKED_BACK = Duration.ofDays(28);
    private static final Duration KEPT = Duration.ofMinutes(15);
    private static final Duration WORKED_KEPT = Duration.ofSeconds(30);
    private static final RowScope STATISTICS =
            RowScope.system("medians over all incidents, and how busy each unit was; read by unit afterwards");

    private final WorkHistory history;
    private final Clock clock;
    private volatile Usual usual = new Usual(Instant.EPOCH, Map.of());
    private volatile Worked worked = new Worked(Instant.EPOCH, Map.of());

    UnitCircumstances(WorkHistory history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    private record Usual(Instant at, Map<String, Duration> onScene) {}

    private record Worked(Instant at, Map<UnitId, Double> shares) {}

    /**
     * @param coverageLoss for each unit the share of demand that is no longer covered if it goes; those that are not
     *     named lose nothing
     */
    public Map<UnitId, Circumstances> of(List<UnitRow> units, Map<UnitId, Double> coverageLoss, Instant now) {
        var busy = units.stream()
                .filter(unit -> !unit.work().isEmpty())
                .map(UnitRow::id)
                .toList();
        var current = busy.isEmpty() ? Map.<UnitId, WorkHistory.Current>of() : history.current(busy);
        var workload = worked().shares();
        var all = new HashMap<UnitId, Circumstances>();
        for (var unit : units) {
            var ends = unit.shiftEndsAt();
            var seen = unit.position();
            all.put(
                    unit.id(),
                    new Circumstances(
                            seen == null ? PositionTrust.GOOD : seen.trust(),
                            commitment(current.get(unit.id()), now),
                            coverageLoss.getOrDefault(unit.id(), 0.0),
                            workload.getOrDefault(unit.id(), 0.0),
                            ends == null ? null : Duration.between(now, ends)));
        }
        return all;
    }

    private Commitment commitment(WorkHistory.@Nullable Current current, Instant now) {
        if (current == null) {
            return new Commitment.None();
        }
        if (current.stage().compareTo(Stage.ON_SCENE) < 0) {
            return new Commitment.OnTheWay(current.priority());
        }
        var arrived = current.onSceneAt();
        var usually = usualOnScene().get(current.type());
        if (current.stage() != Stage.ON_SCENE || arrived == null || usually == null) {
            return new Commitment.FreeSoon(Duration.ofDays(1)); // nobody knows when: not soon
        }
        var left = usually.minus(Duration.between(arrived, now));
        return new Commitment.FreeSoon(left.isPositive() ? left : Duration.ofDays(1));
    }

    /** A share of a shift changes by little in half a minute; so it is not summed up for every question. */
    private Worked worked() {
        var now = clock.instant();
        if (worked.at().plus(WORKED_KEPT).isBefore(now)) {
            worked = new Worked(now, STATISTICS.call(() -> history.workload(now)));
        }
        return worked;
    }

    /** Medians change slowly; whoever asks first after a while waits for one query. */
    private Map<String, Duration> usualOnScene() {
        var now = clock.instant();
        if (usual.at().plus(KEPT).isBefore(now)) {
            usual = new Usual(now, STATISTICS.call(() -> history.usualTimeOnScene(now.minus(LOOKED_BACK))));
        }
        return usual.onScene();
    }
}
