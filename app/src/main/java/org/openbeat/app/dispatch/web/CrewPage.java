package org.openbeat.app.dispatch.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.CrewView;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.board.IncidentFile.Assigned;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.ui.Model;

/**
 * What a crew reads and presses.
 *
 * @param unit the unit in which the reader is
 * @param work what it does now
 * @param asked whether a roll-call waits for the crew's answer
 * @param stack what comes after it
 * @param units those that the reader may choose while in none
 * @param unitMoves what a unit without work may become
 * @param print changes exactly when something on the page does
 */
record CrewPage(
        @Nullable Unit unit,
        @Nullable Work work,
        List<Step> steps,
        List<LogLine> log,
        boolean asked,
        List<Work> stack,
        List<Unit> units,
        List<UnitStatus> unitMoves,
        String print) {
    private static final List<Stage> PATH = List.of(Stage.ACKNOWLEDGED, Stage.EN_ROUTE, Stage.ON_SCENE);

    record Unit(String id, String callSign, String status, String about) {}

    /**
     * @param geoLink opens the place in whatever navigation the phone has (RFC 5870)
     */
    record Work(
            String id,
            String label,
            String typeName,
            int priority,
            String place,
            boolean unsure,
            String trustText,
            @Nullable GeoPoint point,
            @Nullable String geoLink,
            @Nullable String pointText,
            String summary) {}

    /** One step on the way: done at a time, next, or still to come. */
    record Step(String status, boolean done, boolean next, String time) {}

    static CrewPage of(CrewView view, Names names, Times times) {
        var own = view.unit();
        if (own == null) {
            var units = view.joinable().stream().map(each -> unit(each, names)).toList();
            return new CrewPage(
                    null, null, List.of(), List.of(), false, List.of(), units, List.of(), "none:" + units.size());
        }
        var current = view.work().stream()
                .filter(file -> isCurrent(file, own))
                .findFirst()
                .orElse(null);
        var stack = view.work().stream()
                .filter(file -> file != current)
                .map(file -> work(file.row(), names))
                .toList();
        var moves = current == null ? BoardController.moves(own) : List.<UnitStatus>of();
        return new CrewPage(
                unit(own, names),
                current == null ? null : work(current.row(), names),
                current == null ? List.of() : steps(current, own, times),
                current == null ? List.of() : LogLine.of(current.log(), names, times),
                current != null && isAsked(current, own),
                stack,
                List.of(),
                moves,
                print(view, own));
    }

    private static boolean isAsked(IncidentFile file, UnitRow unit) {
        var call = file.rollCall();
        return call != null
                && call.silent().stream().anyMatch(each -> each.unit().equals(unit.id()));
    }

    private static boolean isCurrent(IncidentFile file, UnitRow unit) {
        return own(file, unit).stream().anyMatch(each -> each.stage().isCurrent());
    }

    private static List<Assigned> own(IncidentFile file, UnitRow unit) {
        return file.assignments().stream()
                .filter(each -> each.unit().equals(unit.id()) && each.stage().isActive())
                .toList();
    }

    private static Unit unit(UnitRow row, Names names) {
        var about = new ArrayList<String>();
        about.add(names.unitType(row.type()));
        if (!row.crew().isEmpty()) {
            about.add(String.join(", ", row.crew()));
        }
        return new Unit(
                row.id().toString(),
                names.callSign(row.callSign()),
                row.status().name(),
                String.join(" · ", about));
    }

    private static Work work(IncidentRow row, Names names) {
        var point = row.point();
        return new Work(
                row.id().toString(),
                Integer.toString(row.dayNumber()),
                names.type(row.type()),
                row.priority().level(),
                row.locationText(),
                !row.trust().isSure(),
                names.trust(row.trust()),
                point,
                point == null ? null : "geo:" + point.latitude() + "," + point.longitude(),
                point == null ? null : point.toString(),
                row.summary());
    }

    private static List<Step> steps(IncidentFile file, UnitRow unit, Times times) {
        var assigned = own(file, unit).getFirst();
        var steps = new ArrayList<Step>();
        var nextFound = false;
        for (var stage : PATH) {
            var at = reached(assigned, stage);
            var done = at != null || assigned.stage().compareTo(stage) >= 0;
            steps.add(new Step(stage.name(), done, !done && !nextFound, at == null ? "" : times.time(at)));
            nextFound |= !done;
        }
        steps.add(new Step(UnitStatus.AVAILABLE.name(), false, !nextFound, ""));
        return steps;
    }

    private static @Nullable Instant reached(Assigned assigned, Stage stage) {
        return switch (stage) {
            case ACKNOWLEDGED -> assigned.acknowledgedAt();
            case EN_ROUTE -> assigned.enRouteAt();
            case ON_SCENE -> assigned.onSceneAt();
            case TRANSPORTING -> assigned.transportingAt();
            case ASSIGNED -> assigned.assignedAt();
            case STACKED, CLEARED, CANCELLED -> null;
        };
    }

    private static String print(CrewView view, UnitRow own) {
        var parts = new ArrayList<String>();
        parts.add(own.id() + ":" + own.version() + ":" + own.status());
        for (var file : view.work()) {
            parts.add(file.row().id() + ":" + file.row().version() + ":"
                    + file.log().size());
        }
        return Integer.toHexString(Objects.hash(parts.toArray()));
    }

    void put(Model model) {
        model.addAttribute("unit", unit);
        model.addAttribute("work", work);
        model.addAttribute("steps", steps);
        model.addAttribute("log", log);
        model.addAttribute("asked", asked);
        model.addAttribute("stack", stack);
        model.addAttribute("units", units);
        model.addAttribute("unitMoves", unitMoves);
        model.addAttribute("print", print);
    }
}
