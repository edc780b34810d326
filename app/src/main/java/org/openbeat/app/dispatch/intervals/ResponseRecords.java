package org.openbeat.app.dispatch.intervals;

import java.time.Instant;
import java.util.List;
import org.openbeat.app.access.policy.Scope;

/** The store from which intervals are read. */
public interface ResponseRecords {

    /**
     * The incidents that the reader sees whose call came in the time, without duplicates of others.
     *
     * @param now until when those are watched that are open
     * @param most no more than that many, the newest ones
     */
    List<ResponseTimes> between(Scope reader, Instant from, Instant to, Instant now, int most);
}
