package org.openbeat.app.dispatch.board;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.rollcall.RollCall;
import org.openbeat.app.dispatch.unit.Stage;

/**
 * All that is known of one incident, open or closed.
 *
 * @param log every entry in the order of its sequence, struck ones too
 * @param assignments every unit that was ever on it, with the times of its stages
 * @param duplicates full numbers of the incidents that were joined to it
 * @param duplicateOfNumber full number of the authoritative incident, when this is a duplicate
 * @param rollCall the newest one; null when nobody was asked yet
 * @param reports references of the reports that led to it
 * @param visibleTo agencies that see it by rule
 */
public record IncidentFile(
        IncidentRow row,
        List<LogEntry> log,
        List<Call> calls,
        List<Assigned> assignments,
        List<Linked> duplicates,
        @Nullable String duplicateOfNumber,
        List<String> reports,
        @Nullable RollCall rollCall,
        Set<String> visibleTo) {

    public IncidentFile {
        log = List.copyOf(log);
        calls = List.copyOf(calls);
        assignments = List.copyOf(assignments);
        duplicates = List.copyOf(duplicates);
        reports = List.copyOf(reports);
        visibleTo = Set.copyOf(visibleTo);
    }

    /**
     * An entry of the log; its text in a reader's language stands in the messages under {@code dispatch.log.<kind>}.
     *
     * @param details codes and numbers of the fact
     * @param text words of a person
     * @param happenedAt when it happened
     * @param enteredAt when it was written down
     */
    public record LogEntry(
            int sequence,
            LogKind kind,
            Map<String, String> details,
            @Nullable String text,
            @Nullable UnitId unit,
            Instant happenedAt,
            Instant enteredAt,
            String by,
            @Nullable Struck struck) {
        public LogEntry {
            details = Map.copyOf(details);
        }
    }

    /** That an entry was struck, by whom and why. */
    public record Struck(Instant at, String by, String reason) {}

    /** A call about it. */
    public record Call(
            UUID id,
            @Nullable String callerName,
            @Nullable String callerPhone,
            String locationText,
            String notes,
            Instant receivedAt,
            Instant enteredAt,
            String takenBy) {}

    /**
     * A unit that is or was on it.
     *
     * @param estimateSeconds travel time that was expected when it was sent
     * @param estimateByRoad whether that came from the roads, or was a straight-line guess
     */
    public record Assigned(
            UnitId unit,
            String callSign,
            Stage stage,
            Instant assignedAt,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant enRouteAt,
            @Nullable Instant onSceneAt,
            @Nullable Instant transportingAt,
            @Nullable Instant endedAt,
            @Nullable Integer estimateSeconds,
            @Nullable Boolean estimateByRoad) {}

    /** Another incident. */
    public record Linked(IncidentId incident, String number) {}
}
