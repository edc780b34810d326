package org.openbeat.app.oversight.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;

/** Things of one kind from which a sample can be drawn. */
interface Population {

    DrawnFrom kind();

    /** Ids of all that were finished within the time. */
    List<UUID> ids(Actor actor, Instant begin, Instant end);

    /** The account of the member of staff whose work it is, where one may not judge it themselves. */
    Optional<String> concerned(Actor actor, UUID id);

    /** The thing that it is about, whose person may one day ask to be forgotten. */
    Subject about(Actor actor, UUID id);

    /** What a reviewer sees of it; the reading is recorded. */
    Sheet sheet(Actor actor, UUID id);
}
