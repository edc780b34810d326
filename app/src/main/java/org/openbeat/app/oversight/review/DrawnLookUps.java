package org.openbeat.app.oversight.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.access.purpose.AccessRecords;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.stereotype.Component;

/** Look-ups of persons that stood on a purpose or on broken glass. */
@Component
class DrawnLookUps implements Population {
    private final AccessRecords records;

    DrawnLookUps(AccessRecords records) {
        this.records = records;
    }

    @Override
    public DrawnFrom kind() {
        return DrawnFrom.LOOK_UPS;
    }

    @Override
    public List<UUID> ids(Actor actor, Instant begin, Instant end) {
        return records.underPurpose(actor, begin, end);
    }

    @Override
    public Optional<String> concerned(Actor actor, UUID id) {
        return Optional.of(records.drawn(actor, id).account());
    }

    @Override
    public Subject about(Actor actor, UUID id) {
        return records.drawn(actor, id).subject();
    }

    @Override
    public Sheet sheet(Actor actor, UUID id) {
        var reviewed = records.review(actor, id);
        return new Sheet.LookUp(reviewed.record(), reviewed.words());
    }
}
