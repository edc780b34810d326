package org.openbeat.app.oversight;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.purpose.AccessRecord;
import org.openbeat.app.access.purpose.AccessRecords;
import org.openbeat.app.access.purpose.Notices.Notice;
import org.openbeat.app.access.purpose.RecordFilter;
import org.openbeat.app.access.purpose.Tally;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.Worklist;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Page;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.ledger.Ledger;
import org.openbeat.app.ledger.LedgerState;
import org.springframework.stereotype.Service;

/** What the independent oversight body asks. What it reads is recorded as well. */
@Service
public class Oversight {
    /** The time over which people are compared. */
    public static final Duration COMPARED = Duration.ofDays(28);

    private static final int RECENT = 50;

    private final AccessRecords records;
    private final Desk desk;
    private final Ledger ledger;
    private final Access access;
    private final Clock clock;

    Oversight(AccessRecords records, Desk desk, Ledger ledger, Access access, Clock clock) {
        this.records = records;
        this.desk = desk;
        this.ledger = ledger;
        this.access = access;
        this.clock = clock;
    }

    /**
     * The first page.
     *
     * @param unjustified uses of break glass that wait for a justification
     * @param overdue those of them whose time is up
     * @param flagged look-ups of the last four weeks that have a flag
     * @param complaints complaints about officers that are open
     * @param outliers how many people stand out among their peers
     */
    public record Overview(
            int unjustified, int overdue, int flagged, int complaints, int outliers, LedgerState ledger) {}

    public Overview overview(Actor actor) {
        access.requireRole(actor, Role.OVERSIGHT);
        var now = clock.instant();
        var waiting = records.glass(actor).stream()
                .map(notice -> notice.purpose().glass())
                .filter(glass -> glass != null && glass.justifiedAt() == null)
                .toList();
        return new Overview(
                waiting.size(),
                (int) waiting.stream()
                        .filter(glass -> glass != null && glass.isOverdue(now))
                        .count(),
                records.flagged(actor, COMPARED),
                desk.list(actor, Worklist.Search.open()).count(),
                statistics(actor).outliers(),
                ledger.state(RECENT));
    }

    public Page<AccessRecord> records(Actor actor, RecordFilter filter, int page) {
        return records.search(actor, filter, page);
    }

    public AccessRecords.Export export(Actor actor, RecordFilter filter) {
        return records.export(actor, filter);
    }

    public List<Notice> glass(Actor actor) {
        return records.glass(actor);
    }

    public LedgerState ledger(Actor actor) {
        access.requireRole(actor, Role.OVERSIGHT);
        return ledger.state(RECENT);
    }

    /** Look-ups of the last four weeks by person beside their peers, by agency and by reason. */
    public Statistics statistics(Actor actor) {
        var tallies = records.tallies(actor, COMPARED);
        var byRole = tallies.stream().collect(Collectors.groupingBy(Tally::role, TreeMap::new, Collectors.toList()));
        var peers = byRole.entrySet().stream()
                .filter(entry -> entry.getKey() != Role.OVERSIGHT)
                .map(entry -> Peers.of(entry.getKey(), entry.getValue()))
                .toList();
        var agencies = new TreeMap<String, Integer>();
        tallies.forEach(tally -> agencies.merge(tally.agency(), tally.stated() + tally.assigned(), Integer::sum));
        return new Statistics(peers, agencies, records.reasons(actor, COMPARED));
    }

    /**
     * How often what was looked up.
     *
     * @param peers people beside those of the same role
     * @param agencies look-ups by agency
     * @param reasons look-ups by what they stood on
     */
    public record Statistics(List<Peers> peers, Map<String, Integer> agencies, Map<String, Integer> reasons) {
        public int outliers() {
            return peers.stream().mapToInt(group -> group.outliers().size()).sum();
        }
    }

    public Instant now() {
        return clock.instant();
    }
}
