package org.openbeat.app.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.access.events.AccountId;

/** The store of sessions and of known devices. */
interface Sessions {

    /** A session with whom it belongs to. */
    record Open(Session session, StaffMember member) {}

    /** The open session of this token, unless it is older than the first or unused since the second instant. */
    Optional<Open> find(Secret token, Instant startedAfter, Instant seenAfter);

    List<Session> of(AccountId account, Instant startedAfter, Instant seenAfter);

    void add(Session session, Secret token, AccountId account);

    void seen(UUID session, Instant at);

    /** The person of the session proved again who they are. */
    void confirmed(UUID session, Instant at);

    /** The person of the session has shown a second factor too. */
    void provedTwice(UUID session);

    /** Whether there was such a session of this account. */
    boolean end(AccountId account, UUID session);

    void endAll(AccountId account);

    /** Ends the account's sessions but one; how many there were. */
    int endOthers(AccountId account, UUID kept);

    /** Forgets what has ended by itself. */
    void clear(Instant startedBefore, Instant seenBefore);

    boolean knows(AccountId account, Secret device);

    void remember(AccountId account, Secret device, Instant at);
}
