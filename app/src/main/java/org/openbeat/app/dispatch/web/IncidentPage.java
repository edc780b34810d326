package org.openbeat.app.dispatch.web;

import java.time.Instant;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.dispatch.ChoiceReason;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.Manner;
import org.openbeat.app.dispatch.Rotation;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.board.IncidentFile.Assigned;
import org.openbeat.app.dispatch.board.IncidentFile.LogEntry;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Role;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the pane and the page of one incident show. */
@Component
class IncidentPage {
    private final Dispatch dispatch;
    private final RoomPage page;
    private final Rotation rotation;
    private final Access access;

    IncidentPage(Dispatch dispatch, RoomPage page, Rotation rotation, Access access) {
        this.dispatch = dispatch;
        this.page = page;
        this.rotation = rotation;
        this.access = access;
    }

    IncidentFile put(Model model, IncidentId id, Actor actor, Locale locale) {
        var file = dispatch.file(actor, id);
        var names = page.names(locale);
        var times = page.times(file.row().zone());
        var catalogue = dispatch.catalogue();
        page.put(model, names, times, locale);
        model.addAttribute("file", file);
        model.addAttribute("log", LogLine.of(file.log(), names, times));
        model.addAttribute("firstAssigned", first(file, Assigned::assignedAt));
        model.addAttribute("firstOnScene", first(file, Assigned::onSceneAt));
        model.addAttribute("stageTimes", stageTimes(file, times));
        model.addAttribute("nextSteps", nextSteps(file));
        model.addAttribute("types", catalogue.incidentTypes());
        model.addAttribute("dispositions", catalogue.dispositions());
        putAdvice(model, file, actor, names);
        putSharing(model, file, actor);
        return file;
    }

    private void putAdvice(Model model, IncidentFile file, Actor actor, Names names) {
        var sends = actor.hasAny(Role.DISPATCHER, Role.COMMANDER);
        var open = file.row().status().isOpen();
        var claim = file.row().claim();
        model.addAttribute("mayChange", sends);
        model.addAttribute(
                "contractors", sends && open ? rotation.next(actor, file.row().id()) : List.of());
        model.addAttribute("mine", claim != null && claim.isOf(actor));
        model.addAttribute("manners", Manner.values());
        model.addAttribute(
                "advice",
                sends && open ? Advice.of(dispatch.recommend(actor, file.row().id()), names) : Advice.NONE);
        model.addAttribute("units", sends && open ? sendable(actor) : List.of());
        model.addAttribute("unexplained", sends && open ? unexplained(file) : Map.of());
        model.addAttribute("choiceReasons", ChoiceReason.values());
    }

    /** Units that were sent though others were recommended, and nobody has said why yet; with who was recommended. */
    private static Map<LogEntry, String> unexplained(IncidentFile file) {
        var open = new LinkedHashMap<UnitId, LogEntry>();
        for (var entry : file.log()) {
            if (entry.kind() == LogKind.OTHER_CHOSEN) {
                open.put(Objects.requireNonNull(entry.unit()), entry);
            } else if (entry.kind() == LogKind.CHOICE_EXPLAINED) {
                open.remove(Objects.requireNonNull(entry.unit()));
            }
        }
        var all = new LinkedHashMap<LogEntry, String>();
        open.values()
                .forEach(entry -> all.put(
                        entry, entry.details().getOrDefault("recommended", "").toUpperCase(Locale.ROOT)));
        return all;
    }

    private void putSharing(Model model, IncidentFile file, Actor actor) {
        var item = file.row().item();
        var viewer = Viewer.of(actor);
        var handsOver = Policy.allows(viewer, Act.HAND_OVER, item);
        model.addAttribute("mayHandOver", handsOver);
        model.addAttribute("mayExport", actor.hasAny(Role.DISPATCHER, Role.STATION_CHIEF, Role.COMMANDER));
        model.addAttribute("mayRestrict", Policy.allows(viewer, Act.RESTRICT, item));
        model.addAttribute("agencies", handsOver ? access.agencies() : List.of());
    }

    private List<UnitRow> sendable(Actor actor) {
        return dispatch.board(actor).units().stream()
                .filter(unit -> unit.sendability() != UnitStatus.Sendability.UNAVAILABLE)
                .toList();
    }

    private static @Nullable Instant first(IncidentFile file, Function<Assigned, @Nullable Instant> when) {
        return file.assignments().stream()
                .map(when)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** When each unit reached the stage in which it is; the log has the others. */
    private static Map<Assigned, String> stageTimes(IncidentFile file, Times times) {
        var all = new IdentityHashMap<Assigned, String>();
        for (var each : file.assignments()) {
            var reached = Stream.of(
                            each.endedAt(),
                            each.transportingAt(),
                            each.onSceneAt(),
                            each.enRouteAt(),
                            each.acknowledgedAt(),
                            each.assignedAt())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
            all.put(each, times.time(reached));
        }
        return all;
    }

    private static Map<Assigned, List<UnitStatus>> nextSteps(IncidentFile file) {
        var all = new IdentityHashMap<Assigned, List<UnitStatus>>();
        file.assignments().forEach(each -> all.put(each, nextSteps(each.stage())));
        return all;
    }

    /** What a dispatcher may note for a crew that tells it by radio. */
    private static List<UnitStatus> nextSteps(Stage stage) {
        if (!stage.isCurrent()) {
            return List.of();
        }
        return stage.unitStatus().successors().stream()
                .filter(status -> status != UnitStatus.ASSIGNED)
                .filter(status -> status.isWorking() || status == UnitStatus.AVAILABLE)
                .sorted(Comparator.comparing((UnitStatus status) -> status == UnitStatus.AVAILABLE)
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
