package org.openbeat.app.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.board.Board;
import org.openbeat.app.dispatch.board.Boards;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.board.IncidentFiles;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.IncidentSearch;
import org.openbeat.app.dispatch.board.LatestPositions;
import org.openbeat.app.dispatch.board.Nearby;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.board.WaitingWork;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.live.ChangeFeed;
import org.openbeat.app.dispatch.recommend.RankedUnits;
import org.openbeat.app.dispatch.unit.Assignments;
import org.openbeat.app.dispatch.unit.Units;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Page;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/** What is read, each reader seeing what the one rule lets them see. */
@Component
class Reading {
    private final Boards boards;
    private final IncidentFiles files;
    private final Incidents incidents;
    private final Units units;
    private final Assignments assignments;
    private final Duties duties;
    private final Recommending recommending;
    private final LatestPositions positions;
    private final ChangeFeed feed;
    private final Clock clock;

    Reading(
            Boards boards,
            IncidentFiles files,
            Incidents incidents,
            Units units,
            Assignments assignments,
            Duties duties,
            Recommending recommending,
            LatestPositions positions,
            ChangeFeed feed,
            Clock clock) {
        this.boards = boards;
        this.files = files;
        this.incidents = incidents;
        this.units = units;
        this.assignments = assignments;
        this.duties = duties;
        this.recommending = recommending;
        this.positions = positions;
        this.feed = feed;
        this.clock = clock;
    }

    /** The number is read first: a change that comes while we read is then in the rows, in the stream, or in both. */
    Board board(Actor actor) {
        var now = clock.instant();
        long sequence = feed.last();
        var open = boards.open(reader(actor), now);
        var rows = positions.newest(boards.units(reader(actor), now), now);
        return new Board(sequence, now, open, rows, waiting(open), boards.countOpen() - open.size());
    }

    private static WaitingWork waiting(List<IncidentRow> open) {
        var waiting = open.stream()
                .filter(row -> row.status() == IncidentStatus.WAITING)
                .toList();
        return new WaitingWork(
                waiting.size(),
                (int) waiting.stream().filter(IncidentRow::overdue).count(),
                waiting.stream()
                        .map(IncidentRow::waitingSince)
                        .filter(Objects::nonNull)
                        .min(Instant::compareTo)
                        .orElse(null),
                (int) open.stream()
                        .filter(row -> row.status() == IncidentStatus.ATTENDED)
                        .count());
    }

    IncidentFile file(Actor actor, IncidentId id) {
        var incident = incident(id);
        if (duties.isRoom(actor)) {
            duties.requireSight(actor, incident);
        } else if (units.unitOf(actor.id())
                .flatMap(unit -> assignments.newest(unit, id))
                .isEmpty()) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "crew-not-on-incident", incident.number());
        }
        return files.find(id, clock.instant()).orElseThrow();
    }

    private Incident incident(IncidentId id) {
        return incidents.find(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "incident-not-found"));
    }

    Page<IncidentRow> history(Actor actor, IncidentSearch search) {
        return boards.history(reader(actor), search, clock.instant());
    }

    Nearby nearby(Actor actor, @Nullable GeoPoint point, String locationText) {
        return boards.nearby(reader(actor), point, locationText, clock.instant());
    }

    RankedUnits recommend(Actor actor, IncidentId id) {
        duties.requireSight(actor, incident(id));
        var row = boards.rows(List.of(id.value()), clock.instant()).getFirst();
        return recommending.rank(row, reader(actor));
    }

    CrewView crew(Actor actor) {
        var now = clock.instant();
        long sequence = feed.last();
        var own = units.unitOf(actor.id()).orElse(null);
        var all = positions.newest(boards.units(reader(actor), now), now);
        var unit = all.stream().filter(row -> row.id().equals(own)).findFirst().orElse(null);
        var work = own == null
                ? List.<IncidentFile>of()
                : boards.workOf(own).stream()
                        .flatMap(id -> files.find(id, now).stream())
                        .toList();
        return new CrewView(sequence, unit, work, joinable(all, unit));
    }

    private static List<UnitRow> joinable(List<UnitRow> all, @Nullable UnitRow own) {
        return own != null ? List.of() : all;
    }

    /** Someone of staff without an agency sees nothing by this rule, never everything. */
    private static @Nullable AgencyId reader(Actor actor) {
        if (actor.kind() == Actor.Kind.SYSTEM) {
            return null;
        }
        var own = actor.agency();
        if (own == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "agency-missing");
        }
        return own;
    }
}
