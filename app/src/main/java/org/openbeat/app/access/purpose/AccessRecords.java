package org.openbeat.app.access.purpose;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.access.Access;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Page;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.kernel.Sha256;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who read what and why, for those who watch over it. Their reading is recorded like any other. */
@Service
public class AccessRecords {
    /** More rows than this are no page for a person; an export may have them all. */
    private static final int PAGE = 50;

    private static final int MOST_EXPORTED = 200_000;
    private static final Subject RECORDS = new Subject("access-records", "search");

    private final JdbcAccessRecords store;
    private final Lookups lookups;
    private final Access access;
    private final Clock clock;

    AccessRecords(JdbcAccessRecords store, Lookups lookups, Access access, Clock clock) {
        this.store = store;
        this.lookups = lookups;
        this.access = access;
        this.clock = clock;
    }

    /** A file and what proves that it is whole. */
    public record Export(byte[] bytes, int rows, String fingerprint) {}

    /**
     * A look-up that is judged.
     *
     * @param words reason and justification of break glass; empty for a purpose, which has no words
     */
    public record Reviewed(AccessRecord record, String words) {}

    /** A page of the records that the filter leaves, newest first. */
    @Transactional
    public Page<AccessRecord> search(Actor actor, RecordFilter filter, int page) {
        access.requireRole(actor, Role.OVERSIGHT);
        var found = store.search(filter, Math.clamp(page, 1, 1_000_000), PAGE);
        lookups.auditRead(actor, RECORDS, "", filter.inWords(), (int) found.total(), Grounds.OVERSIGHT);
        return found;
    }

    /** The same records as a file: exactly what the filter shows, with row count and fingerprint. */
    @Transactional
    public Export export(Actor actor, RecordFilter filter) {
        access.requireRole(actor, Role.OVERSIGHT);
        var export = file(store.search(filter, 1, MOST_EXPORTED).items());
        lookups.exported(actor, RECORDS, "", export.rows(), export.fingerprint(), Grounds.OVERSIGHT);
        return export;
    }

    /** Who read one thing, oldest first, for whoever watches over its owner; the asking is recorded. */
    @Transactional
    public List<AccessRecord> of(Actor actor, Subject subject, String label) {
        access.requireRole(actor, Role.STATION_CHIEF, Role.COMMANDER, Role.OVERSIGHT);
        var found = store.of(subject);
        lookups.auditRead(actor, subject, label, "", found.size(), grounds(actor));
        return found;
    }

    /** Writes down that the audit of one thing was taken away. */
    @Transactional
    public Export exported(Actor actor, Subject subject, String label, String csv, int rows) {
        access.requireRole(actor, Role.STATION_CHIEF, Role.OVERSIGHT);
        var export = export(csv, rows);
        lookups.exported(actor, subject, label, rows, export.fingerprint(), grounds(actor));
        return export;
    }

    private static Grounds grounds(Actor actor) {
        return actor.has(Role.OVERSIGHT) ? Grounds.OVERSIGHT : Grounds.ASSIGNED;
    }

    /** Uses of break glass, those that wait for a justification first, then the newest. */
    @Transactional
    public List<Notices.Notice> glass(Actor actor) {
        access.requireRole(actor, Role.OVERSIGHT);
        var found = store.glass();
        lookups.auditRead(actor, new Subject("access-records", "glass"), "", "", found.size(), Grounds.OVERSIGHT);
        return found;
    }

    /** How often each of staff looked something up within the time; whoever did not at all counts with nothing. */
    @Transactional
    public List<Tally> tallies(Actor actor, Duration within) {
        access.requireRole(actor, Role.OVERSIGHT);
        var found = store.tallies(clock.instant().minus(within));
        lookups.auditRead(actor, new Subject("access-records", "tallies"), "", "", found.size(), Grounds.OVERSIGHT);
        return found;
    }

    /** How many look-ups stood on what within the time. */
    public Map<String, Integer> reasons(Actor actor, Duration within) {
        access.requireRole(actor, Role.OVERSIGHT);
        return store.reasons(clock.instant().minus(within));
    }

    /** How many look-ups were flagged within the time. */
    public int flagged(Actor actor, Duration within) {
        access.requireRole(actor, Role.OVERSIGHT);
        return store.flagged(clock.instant().minus(within));
    }

    /** Look-ups that stood on a purpose or on broken glass, of a time: the beginning counts, the end does not. */
    public List<UUID> underPurpose(Actor actor, Instant begin, Instant end) {
        access.requireRole(actor, Role.OVERSIGHT);
        return store.underPurpose(begin, end);
    }

    /** Whose look-up it was and of what, for the draw: nobody judges their own. */
    public AccessRecord drawn(Actor actor, UUID lookup) {
        access.requireRole(actor, Role.OVERSIGHT);
        return store.get(lookup);
    }

    /** One look-up with what was said to justify it; the reading is recorded. */
    @Transactional
    public Reviewed review(Actor actor, UUID lookup) {
        access.requireRole(actor, Role.OVERSIGHT);
        lookups.auditRead(actor, new Subject("access-records", lookup.toString()), "", "", 1, Grounds.OVERSIGHT);
        return new Reviewed(store.get(lookup), store.words(lookup));
    }

    private static Export file(List<AccessRecord> records) {
        var csv = new StringBuilder(
                "id,at,account,name,role,agency,act,what,reference,fields,basis,purpose,tied_to,flags,words,rows,fingerprint\r\n");
        records.forEach(record -> csv.append(Csv.line(
                record.id(),
                record.at(),
                record.account(),
                record.name(),
                record.role(),
                record.agency(),
                record.act(),
                record.subject().kind(),
                record.label(),
                String.join(" ", record.fields()),
                record.basis(),
                record.kind(),
                record.reference(),
                record.flags(),
                record.words(),
                record.found(),
                record.fingerprint())));
        return export(csv.toString(), records.size());
    }

    private static Export export(String csv, int rows) {
        var bytes = csv.getBytes(StandardCharsets.UTF_8);
        return new Export(bytes, rows, Sha256.hex(bytes));
    }
}
