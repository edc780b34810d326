package org.openbeat.app.dispatch.web;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.board.IncidentFile.LogEntry;
import org.openbeat.app.dispatch.incident.LogKind;

/**
 * An entry of the log as it is read.
 *
 * @param time when it happened, in the zone of the incident
 * @param title the same in UTC
 * @param entered when it was entered, where that was clearly later
 * @param struck by whom and why it was struck
 * @param strikable whether it may be struck
 */
record LogLine(
        int sequence,
        LogKind kind,
        Instant happenedAt,
        String time,
        String title,
        String text,
        String by,
        @Nullable String entered,
        @Nullable String struck,
        boolean strikable) {
    /** An entry that was written down within this time was written down at once. */
    private static final Duration AT_ONCE = Duration.ofSeconds(60);

    static List<LogLine> of(List<LogEntry> log, Names names, Times times) {
        return log.stream().map(entry -> of(entry, names, times)).toList();
    }

    private static LogLine of(LogEntry entry, Names names, Times times) {
        var struck = entry.struck();
        var later = entry.enteredAt().isAfter(entry.happenedAt().plus(AT_ONCE));
        return new LogLine(
                entry.sequence(),
                entry.kind(),
                entry.happenedAt(),
                times.time(entry.happenedAt()),
                entry.happenedAt() + " UTC",
                text(entry, names, times),
                entry.by(),
                later ? names.text("dispatch.incident.entered-later", times.time(entry.enteredAt())) : null,
                struck == null
                        ? null
                        : names.text("dispatch.incident.struck", times.time(struck.at()), struck.by(), struck.reason()),
                entry.kind() == LogKind.NOTE && struck == null);
    }

    private static String text(LogEntry entry, Names names, Times times) {
        var fact = Filled.in(names.text("dispatch.log." + entry.kind()), readable(entry, names, times));
        var words = entry.text();
        if (words == null || words.isBlank()) {
            return fact;
        }
        return fact.isEmpty() ? words : fact + ": " + words;
    }

    /** Codes in the details become names. */
    private static Map<String, String> readable(LogEntry entry, Names names, Times times) {
        var values = new HashMap<>(entry.details());
        values.computeIfPresent("disposition", (name, code) -> names.disposition(code));
        values.computeIfPresent("status", (name, code) -> names.unitStatus(code));
        values.computeIfPresent("due", (name, instant) -> times.time(Instant.parse(instant)));
        if (entry.kind() == LogKind.CHOICE_EXPLAINED) {
            values.computeIfPresent("reason", (name, code) -> names.text("dispatch.choice." + code));
        }
        if (entry.kind() == LogKind.TYPE) {
            values.replaceAll((name, code) -> names.type(code));
        }
        if (entry.kind() == LogKind.PRIORITY) {
            values.replaceAll((name, level) -> level + " " + names.priority(level));
        }
        return values;
    }
}
