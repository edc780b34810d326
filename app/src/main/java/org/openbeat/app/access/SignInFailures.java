package org.openbeat.app.access;

import java.time.Instant;
import java.util.Optional;

/** The store of failed attempts to sign in. */
interface SignInFailures {

    /** How often it failed in a row, and when last. */
    record Count(int failures, Instant lastAt) {}

    Optional<Count> find(String userName, String source);

    void add(String userName, String source, Instant at);

    void clear(String userName, String source);

    void clearBefore(Instant last);
}
