package org.openbeat.app.dispatch;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Scope;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.access.purpose.Grounds;
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
import org.openbeat.app.dispatch.incident.IncidentSharing;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.Incidents;
import org.openbeat.app.dispatch.live.ChangeFeed;
import org.openbeat.app.dispatch.recommend.RankedUnits;
import org.openbeat.app.dispatch.unit.Units;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Page;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Component;

/** What is read, each reader seeing what the one rule lets them see. */
@Component
class Reading {
    private static final Pattern DAY_NUMBER = Pattern.compile("\\d{1,6}");

    private final Boards boards;
    private final IncidentFiles files;
    private final Incidents incidents;
    private final IncidentSharing sharing;
    private final Units units;
    private final Duties duties;
    private final FileReaders readers;
    private final Recommending recommending;
    private final LatestPositions positions;
    private final ChangeFeed feed;
    private final Clock clock;

    Reading(
            Boards boards,
            IncidentFiles files,
            Incidents incidents,
            IncidentSharing sharing,
            Units units,
            Duties duties,
            FileReaders readers,
            Recommending recommending,
            LatestPositions positions,
            ChangeFeed feed,
            Clock clock) {
        this.boards = boards;
        this.files = files;
        this.incidents = incidents;
        this.sharing = sharing;
        this.units = units;
        this.duties = duties;
        this.readers = readers;
        this.recommending = recommending;
        this.positions = positions;
        this.feed = feed;
        this.clock = clock;
    }

    /** The number is read first: a change that comes while we read is then in the rows, in the stream, or in both. */
    Board board(Actor actor) {
        var now = clock.instant();
        long sequence = feed.last();
        var open = boards.open(incidents(actor), now);
        var rows = positions.newest(boards.units(units(actor), now), now);
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
        var incident = incident(actor, id);
        duties.requireSight(actor, incident);
        var file = files.find(id, clock.instant()).orElseThrow();
        var row = file.row();
        readers.read(actor, file, readers.grounds(actor, id, row.number(), row.closedAt()));
        return file;
    }

    private Incident incident(Actor actor, IncidentId id) {
        return incidents
                .find(id)
                .orElseThrow(() -> sharing.hidden(id)
                        .map(hidden -> duties.refusal(actor, hidden))
                        .orElseGet(() -> new Refusal(Refusal.Kind.NOT_FOUND, "incident-not-found")));
    }

    Page<IncidentRow> history(Actor actor, IncidentSearch search) {
        var purpose = readers.toSearch(actor);
        var narrowed = search.isByWords() && purpose.isEmpty() && actor.kind() == Actor.Kind.STAFF;
        var found = boards.history(incidents(actor), narrowed ? search.amongOpen() : search, clock.instant());
        if (search.isByWords()) {
            readers.searched(actor, search.text(), found, purpose);
        }
        return purpose.isPresent()
                ? found
                : new Page<>(
                        found.items().stream().map(readers::outline).toList(),
                        found.number(),
                        found.size(),
                        found.total());
    }

    Nearby nearby(Actor actor, @Nullable GeoPoint point, String locationText) {
        var found = boards.nearby(incidents(actor), point, locationText, clock.instant());
        return found.outlined(readers::outline);
    }

    /** The newest incident of the number among those that the reader sees; another agency's twelve is not ours. */
    Optional<Incident> find(Actor actor, String number) {
        var seen = incidents(actor);
        return DAY_NUMBER.matcher(number).matches()
                ? incidents.findByDayNumber(Integer.parseInt(number), seen)
                : incidents.findByNumber(number, seen);
    }

    RankedUnits recommend(Actor actor, IncidentId id) {
        duties.requireSight(actor, incident(actor, id));
        var row = boards.rows(List.of(id.value()), clock.instant()).getFirst();
        return recommending.rank(row, units(actor));
    }

    CrewView crew(Actor actor) {
        var now = clock.instant();
        long sequence = feed.last();
        var own = units.unitOf(actor.id()).orElse(null);
        var all = positions.newest(boards.units(units(actor), now), now);
        var unit = all.stream().filter(row -> row.id().equals(own)).findFirst().orElse(null);
        var work = own == null
                ? List.<IncidentFile>of()
                : boards.workOf(own).stream()
                        .flatMap(id -> files.find(id, now).stream())
                        .toList();
        work.forEach(file -> readers.read(actor, file, Grounds.ASSIGNED));
        return new CrewView(sequence, unit, work, joinable(all, unit));
    }

    private static List<UnitRow> joinable(List<UnitRow> all, @Nullable UnitRow own) {
        return own != null ? List.of() : all;
    }

    private static Scope incidents(Actor actor) {
        return Policy.scope(Viewer.of(requireAgency(actor)), Act.READ, Kind.INCIDENT);
    }

    private static Scope units(Actor actor) {
        return Policy.scope(Viewer.of(requireAgency(actor)), Act.READ, Kind.UNIT);
    }

    /** Someone of staff without an agency would see nothing, and is told why. */
    private static Actor requireAgency(Actor actor) {
        if (actor.kind() != Actor.Kind.SYSTEM && actor.agency() == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "agency-missing");
        }
        return actor;
    }
}
