package org.openbeat.app.dispatch.live;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The store of the live feed. */
interface Changes {

    void append(Map<ChangeFeed.Subject, ? extends Collection<String>> subjects);

    long last();

    /** The oldest number that is still kept, or 0 when there is none. */
    long oldest();

    List<Change> after(long sequence, int limit);

    int forget(Instant before);

    /** One line of the feed. */
    record Change(long sequence, ChangeFeed.Subject subject, Set<String> agencies, Instant at) {}
}
