package org.openbeat.engine.legaltime;

import java.util.List;
import org.openbeat.engine.legaltime.rule.EventName;
import org.openbeat.engine.legaltime.rule.RuleId;
import org.openbeat.engine.legaltime.source.Source;

/**
 * A clock that has not started.
 *
 * @param rule its rule
 * @param why what is missing
 * @param event the event that would start it
 * @param sources where its period stands
 */
public record NotStarted(RuleId rule, Why why, EventName event, List<Source> sources) implements Reckoning {

    /** What is missing. */
    public enum Why {
        /** The event that it starts with has not happened. */
        NO_EVENT,
        /** Nobody has read the text of its period: such a number starts no clock. */
        UNVERIFIED
    }

    public NotStarted {
        sources = List.copyOf(sources);
    }

    @Override
    public Deadline deadline() {
        throw new IllegalStateException(
                switch (why) {
                    case NO_EVENT -> "The clock %s starts with %s, which has not happened.".formatted(rule, event);
                    case UNVERIFIED -> """
                            The clock %s does not start: nobody has read its text (%s).
                            Maybe read it, and mark the source as read.""".formatted(rule, sources);
                });
    }
}
