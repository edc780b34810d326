package org.openbeat.app.dispatch.coverage;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.database.RowScope;
import org.openbeat.app.dispatch.board.Boards;
import org.openbeat.app.dispatch.board.LatestPositions;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.places.Beat;
import org.openbeat.app.places.Places;
import org.openbeat.engine.response.Origin;
import org.openbeat.engine.response.Point;
import org.openbeat.engine.response.PositionTrust;
import org.openbeat.engine.response.RoadNetwork;
import org.springframework.stereotype.Component;

/** Takes stock: the beats of an agency, what came from them, its units and how long they need. */
@Component
class Snapshots {
    private static final Duration LOOKED_BACK = Duration.ofDays(28);
    private static final RowScope TAKING_STOCK =
            RowScope.system("coverage of an agency's beats by the units that its rooms see");

    private final Boards boards;
    private final LatestPositions positions;
    private final DemandHistory history;
    private final Places places;
    private final Clock clock;

    Snapshots(Boards boards, LatestPositions positions, DemandHistory history, Places places, Clock clock) {
        this.boards = boards;
        this.positions = positions;
        this.history = history;
        this.places = places;
        this.clock = clock;
    }

    Snapshot of(AgencyId agency) {
        return TAKING_STOCK.call(() -> take(agency));
    }

    private Snapshot take(AgencyId agency) {
        var now = clock.instant();
        var since = now.minus(LOOKED_BACK);
        var onDuty = onDuty(agency);
        var units = onDuty.stream()
                .filter(Snapshots::isPlaced)
                .sorted(Comparator.comparing(unit -> !isFree(unit)))
                .toList();
        var beats = places.beats().stream()
                .filter(beat -> beat.agency().isWithin(agency) || agency.isWithin(beat.agency()))
                .toList();
        if (beats.isEmpty()) {
            return new Snapshot(
                    now,
                    beats,
                    new double[0],
                    units,
                    0,
                    new double[0][],
                    false,
                    onDuty.size(),
                    new DemandHistory.Load(0, 0));
        }
        return new Snapshot(
                now,
                beats,
                demand(beats, since),
                units,
                (int) units.stream().filter(Snapshots::isFree).count(),
                seconds(places.roads(), units, beats),
                places.map().isPresent(),
                onDuty.size(),
                history.load(agency, since, now));
    }

    private List<UnitRow> onDuty(AgencyId agency) {
        var now = clock.instant();
        var dispatcher = Actor.staff("coverage", "Coverage", agency, Set.of(Role.DISPATCHER));
        var scope = Policy.scope(Viewer.of(dispatcher), Act.READ, Kind.UNIT);
        return positions.newest(boards.units(scope, now), now).stream()
                .filter(unit -> unit.status() != UnitStatus.OFF_DUTY && unit.status() != UnitStatus.UNAVAILABLE)
                .toList();
    }

    private static boolean isPlaced(UnitRow unit) {
        var seen = unit.position();
        return seen != null && seen.trust() == PositionTrust.GOOD;
    }

    private static boolean isFree(UnitRow unit) {
        return unit.sendability() == UnitStatus.Sendability.FREE;
    }

    private double[] demand(List<Beat> beats, Instant since) {
        var incidents = history.incidentsByBeat(since);
        return beats.stream()
                .mapToDouble(beat -> 1.0 + incidents.getOrDefault(beat.code().value(), 0))
                .toArray();
    }

    private static double[][] seconds(RoadNetwork roads, List<UnitRow> units, List<Beat> beats) {
        var origins = new ArrayList<Origin<Integer>>();
        for (var unit = 0; unit < units.size(); unit++) {
            origins.add(new Origin<>(
                    unit,
                    point(Objects.requireNonNull(units.get(unit).position()).point())));
        }
        var seconds = new double[units.size()][beats.size()];
        for (var area = 0; area < beats.size(); area++) {
            var to = area;
            roads.travelTimes(origins, point(beats.get(area).centre()))
                    .forEach((unit, time) -> seconds[unit][to] = time.duration().toMillis() / 1000.0);
        }
        return seconds;
    }

    private static Point point(GeoPoint point) {
        return new Point(point.latitude(), point.longitude());
    }
}
