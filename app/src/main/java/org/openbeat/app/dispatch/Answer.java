package org.openbeat.app.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;

/**
 * What became of a command.
 *
 * @param incident the incident it was about, if any
 * @param number that incident's full number
 * @param unit the unit it was about, if any
 * @param entry sequence of the log entry that tells of it
 * @param version the incident's version afterwards, for the next change
 * @param notices what whoever asked must know beside that it was done
 * @param repeated the same command had been done before; this is the answer of that time
 */
public record Answer(
        @Nullable IncidentId incident,
        @Nullable String number,
        @Nullable UnitId unit,
        @Nullable Integer entry,
        @Nullable Integer version,
        List<Notice> notices,
        boolean repeated) {

    public Answer {
        notices = List.copyOf(notices);
    }

    static Answer of(IncidentId incident, String number, int entry) {
        return new Answer(incident, number, null, entry, null, List.of(), false);
    }

    static Answer of(UnitId unit) {
        return new Answer(null, null, unit, null, null, List.of(), false);
    }

    Answer about(UnitId which) {
        return new Answer(incident, number, which, entry, version, notices, repeated);
    }

    Answer at(int newVersion) {
        return new Answer(incident, number, unit, entry, newVersion, notices, repeated);
    }

    Answer noting(Notice.Code code, Map<String, String> values) {
        var more = new ArrayList<>(notices);
        more.add(new Notice(code, values));
        return new Answer(incident, number, unit, entry, version, more, repeated);
    }

    Answer again() {
        return new Answer(incident, number, unit, entry, version, notices, true);
    }

    /** Something to know; the text stands in the messages under {@code dispatch.notice.<code>}. */
    public record Notice(Code code, Map<String, String> values) {

        public Notice {
            values = Map.copyOf(values);
        }

        /** What there is to know. */
        public enum Code {
            /** Other units were recommended; whoever chose is asked for one click of reason. */
            OTHER_RECOMMENDED,
            /** Another free unit would be there sooner by road. */
            NEARER_UNIT,
            /** The travel time is a straight-line guess. */
            ESTIMATE_ONLY,
            /** The unit's position is old. */
            STALE_POSITION,
            /** It was written down; the status had moved on already. */
            RECORDED_LATE,
            /** Nothing changed, because it was so already. */
            UNCHANGED,
            /** The unit went on to the next incident in its stack. */
            NEXT_IN_STACK,
            /** Units that were on it were released. */
            UNITS_RELEASED
        }
    }
}
