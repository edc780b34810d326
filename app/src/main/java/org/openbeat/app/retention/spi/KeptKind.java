package org.openbeat.app.retention.spi;

import java.time.Instant;
import java.util.List;
import org.openbeat.app.kernel.Recordable.Subject;

/** A kind of data with a schedule of its own. A module contributes one bean a kind. */
public interface KeptKind {

    /**
     * A thing whose period has begun.
     *
     * @param reference how people call it
     * @param since the event from which the period runs
     */
    record Kept(Subject subject, String reference, Instant since) {}

    /** Stable name: lower-case words joined by '-'; {@code retention.kind.<kind>} of the messages names it. */
    String kind();

    /** The event that its period runs from, as a word of the messages: {@code retention.from.<word>}. */
    String from();

    /** Things that are not erased yet and whose period began before the instant, the oldest first. */
    List<Kept> before(Instant instant, int most);
}
