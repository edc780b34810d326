package org.openbeat.app.dispatch.eido;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.Stage;
import tools.jackson.databind.JsonNode;

/** Our codes beside those of the registries of NENA-STA-021 (incident types: APCO 2.103.2; dispositions: APCO 1.111.2). */
final class EidoCodes {
    static final String NO_TYPE = "NCRNONE";
    static final String NO_DISPOSITION = "02";

    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("person-in-danger", "TROUBLE"),
            Map.entry("violence", "ASSAULT"),
            Map.entry("domestic", "DVNA"),
            Map.entry("fight", "FIGHT"),
            Map.entry("burglary-in-progress", "BURGLARY"),
            Map.entry("robbery", "ROBBERY"),
            Map.entry("missing-person", "PERMISS"),
            Map.entry("collision-injury", "MVAINJY"),
            Map.entry("collision", "MVA"),
            Map.entry("road-danger", "THAZ"),
            Map.entry("alarm", "ALRU"),
            Map.entry("suspicious", "SUSP"),
            Map.entry("welfare-check", "WELFARE"),
            Map.entry("theft", "LARCENY"),
            Map.entry("damage", "VANDAL"),
            Map.entry("disturbance", "DISORD"),
            Map.entry("noise", "NOISE"),
            Map.entry("fire-help", "FUNK"),
            Map.entry("medical-help", "SICK"),
            Map.entry("animal", "ANIMAL"),
            Map.entry("community-visit", "CITASST"),
            Map.entry("other", NO_TYPE));

    /** Other codes of the registry that mean one of ours. */
    private static final Map<String, List<String>> MORE_TYPES = Map.ofEntries(
            Map.entry(
                    "violence", List.of("DVA", "THREATS", "NCRASLTWF", "STABBING", "SHOOT", "ACTSHOOT", "FAS", "FASX")),
            Map.entry("robbery", List.of("CARJACK")),
            Map.entry("missing-person", List.of("RUNAWAY", "ABDUCTF", "ABDUCTNF", "SAR")),
            Map.entry("collision", List.of("MVAHR", "MVAUNK", "MVCP")),
            Map.entry("road-danger", List.of("RECKDRV", "DISVEH", "WIRES")),
            Map.entry("suspicious", List.of("PERSUSP", "VEHSUSP", "PROW")),
            Map.entry("theft", List.of("SHOPLIFT", "PROPSTLN", "VEHSTLN")),
            Map.entry("disturbance", List.of("CRWD", "INTOX", "TRESPASS")),
            Map.entry("fire-help", List.of("FSTRU", "FAPT", "FVEH", "FBRUSH", "FSMOKE", "FOTHER", "EXPLOS")),
            Map.entry(
                    "medical-help",
                    List.of("BLS", "CARDIAC", "PERUNCON", "BLEEDING", "TRAUMA", "OD", "STROKE", "CHOKE", "RESPARR")),
            Map.entry("person-in-danger", List.of("SUICTHRT", "DROWN", "RESCUE", "HOSTAGE", "SCRM")),
            Map.entry("animal", List.of("BITE", "WILDLIFE")),
            Map.entry("alarm", List.of("ALMA", "ALMB", "ALMH", "ALMR", "ALRBA", "ALRBS", "ALRROBA", "ALRROBS")));

    private static final Map<String, String> OURS = ours();

    private static final Map<String, String> DISPOSITIONS = Map.of(
            "settled", "18",
            "advice", "13",
            "report", "01",
            "arrest", "03",
            "no-trace", "14",
            "false-alarm", "17",
            "referred", "15",
            "no-response", "10",
            "duplicate", "22");

    private static final Map<String, Integer> OF_CALLS =
            Map.of("highest", 1, "high", 2, "normal", 3, "low", 4, "lowest", 4);

    private EidoCodes() {}

    private static Map<String, String> ours() {
        var all = new HashMap<String, String>();
        MORE_TYPES.forEach((ours, codes) -> codes.forEach(code -> all.put(code, ours)));
        TYPES.forEach((ours, code) -> all.put(code, ours));
        return Map.copyOf(all);
    }

    /** The registry's code; a type that the organisation added itself has none there. */
    static String type(String ours) {
        return TYPES.getOrDefault(ours, NO_TYPE);
    }

    /** Our type for a code of the registry, if it means one. */
    static Optional<String> ourType(String code) {
        return Optional.ofNullable(OURS.get(code.toUpperCase(Locale.ROOT)));
    }

    static String disposition(String ours) {
        return DISPOSITIONS.getOrDefault(ours, NO_DISPOSITION);
    }

    /** 0 to 10, of which 10 is the highest. */
    static int priority(Priority ours) {
        return switch (ours.level()) {
            case 1 -> 10;
            case 2 -> 8;
            case 3 -> 5;
            default -> 2;
        };
    }

    /** The schema sets no bounds; a number outside 0 to 10 says nothing. */
    static Optional<Priority> ourPriority(JsonNode number) {
        if (!number.isInt() || number.asInt() < 0 || number.asInt() > 10) {
            return Optional.empty();
        }
        int given = number.asInt();
        return Optional.of(new Priority(given >= 9 ? 1 : given >= 7 ? 2 : given >= 4 ? 3 : 4));
    }

    static Optional<Priority> ourPriorityOfCall(String identifier) {
        return Optional.ofNullable(OF_CALLS.get(identifier)).map(Priority::new);
    }

    static List<String> statuses(IncidentStatus status, boolean reopened) {
        return switch (status) {
            case WAITING -> reopened ? List.of("Active", "ReOpened") : List.of("Active");
            case DISPATCHED -> List.of("Active", "ResourcesAssigned");
            case EN_ROUTE -> List.of("Active", "ResourcesAssigned", "ResourcesEnroute");
            case ON_SCENE -> List.of("Active", "ResourcesAssigned", "ResourcesOnscene");
            case ATTENDED -> List.of("Active");
            case CLOSED -> List.of("Closed");
        };
    }

    /** What a unit on an incident does, in the words of the registry; it may be called off for worse while it is not busy. */
    static String secondaryStatus(Stage stage) {
        return switch (stage) {
            case STACKED -> "Assigned";
            case ASSIGNED -> "Dispatched";
            case ACKNOWLEDGED -> "AcknowledgedTransmission";
            case EN_ROUTE -> "EnRoute";
            case ON_SCENE -> "OnScene";
            case TRANSPORTING -> "Transporting";
            case CLEARED -> "Cleared";
            case CANCELLED -> "AssignmentCancelled";
        };
    }

    static String primaryStatus(Stage stage) {
        return stage == Stage.TRANSPORTING ? "NotAvailable" : "ConditionallyAvailable";
    }
}
