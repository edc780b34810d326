package org.openbeat.app.ledger.rows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.ledger.rows.JdbcRowChecks.Misfit;
import org.openbeat.app.ledger.rows.RowFault.Kind;
import org.openbeat.engine.tlog.CompactRange;
import org.openbeat.engine.tlog.Hash;
import org.springframework.stereotype.Component;

/**
 * Holds the tables against the ledger: the lists of changes against the roots in the entries, the newest marks against
 * the lists, the rows against the marks; and each change must have its act.
 */
@Component
public class RowCheck {
    /** Of each sort: nobody reads more, and one deed may touch every row. */
    private static final int MOST_FAULTS = 200;

    /**
     * What an entry binds.
     *
     * @param count how many changes
     * @param root of the tree over them
     */
    public record Bound(long count, Hash root) {}

    private final JdbcRows rows;
    private final JdbcTables tables;
    private final JdbcRowChecks checks;

    RowCheck(JdbcRows rows, JdbcTables tables, JdbcRowChecks checks) {
        this.rows = rows;
        this.tables = tables;
        this.checks = checks;
    }

    /**
     * Checks within the caller's transaction, which must see one moment of the database.
     *
     * @param bound what each entry of {@link RowsChanged} binds, by position; proven by the signed root
     */
    public List<RowFault> faults(Map<Long, Bound> bound) {
        var faults = new ArrayList<RowFault>();
        rows.pinSpelling();
        checkLists(bound, faults);
        checks.states(MOST_FAULTS).forEach(misfit -> faults.add(stateFault(misfit)));
        checks.withoutAct(MOST_FAULTS).forEach(misfit -> faults.add(actFault(misfit)));
        var known = tables.known();
        for (var table : tables.all()) {
            if (RowRecording.isRecorded(table) && known.containsKey(table.name())) {
                checkTable(table, faults);
            }
        }
        return faults;
    }

    private void checkTable(RecordedTable table, List<RowFault> faults) {
        if (!table.watched()) {
            faults.add(new RowFault(
                    Kind.ALTERED, table.name(), null, "The triggers that record its changes are off or were removed."));
        }
        checks.rows(table, MOST_FAULTS).forEach(misfit -> faults.add(rowFault(misfit)));
    }

    private void checkLists(Map<Long, Bound> bound, List<RowFault> faults) {
        var ranges = new HashMap<Long, CompactRange>();
        rows.forEachChange(
                (position, change) -> change.appendTo(ranges.computeIfAbsent(position, first -> new CompactRange())));
        Set<Long> positions = new HashSet<>(bound.keySet());
        positions.addAll(ranges.keySet());
        positions.stream().sorted().forEach(position -> {
            var wanted = bound.get(position);
            var found = ranges.getOrDefault(position, new CompactRange());
            if (wanted == null
                    || wanted.count() != found.size()
                    || !wanted.root().equals(found.root())) {
                faults.add(listFault(position, wanted, found.size()));
            }
        });
    }

    private RowFault listFault(long position, @Nullable Bound wanted, long found) {
        var record = "the list of changes at entry " + position;
        var at = checks.at(position);
        if (wanted == null) {
            return new RowFault(Kind.FORGED, record, at, "No entry of the ledger binds these %d.".formatted(found));
        }
        if (wanted.count() > found) {
            var detail = "The ledger binds %d changes; %d are left.".formatted(wanted.count(), found);
            return new RowFault(Kind.REMOVED, record, at, detail);
        }
        return new RowFault(Kind.ALTERED, record, at, "It is not the list that the ledger binds.");
    }

    private static RowFault stateFault(Misfit misfit) {
        var detail = "Its newest mark is not that of its newest change, " + misfit.act() + ".";
        var kind = !misfit.known() ? Kind.FORGED : misfit.there() ? Kind.ALTERED : Kind.REMOVED;
        return new RowFault(kind, "the mark of " + name(misfit), misfit.at(), detail);
    }

    private static RowFault actFault(Misfit misfit) {
        var kind = !misfit.there() ? Kind.REMOVED : misfit.known() ? Kind.ALTERED : Kind.FORGED;
        return new RowFault(kind, name(misfit), misfit.at(), "No act was announced for this change.");
    }

    private static RowFault rowFault(Misfit misfit) {
        if (!misfit.known()) {
            return new RowFault(Kind.FORGED, name(misfit), null, "The ledger knows no change that made this row.");
        }
        var last = "The last change that the ledger knows was " + misfit.act() + ".";
        return misfit.there()
                ? new RowFault(Kind.ALTERED, name(misfit), misfit.at(), "It holds something else now. " + last)
                : new RowFault(Kind.REMOVED, name(misfit), misfit.at(), "It is gone. " + last);
    }

    private static String name(Misfit misfit) {
        return misfit.table() + " " + misfit.key();
    }
}
