package org.openbeat.app.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.openbeat.app.ledger.JdbcLedgerEntries.Taken;
import org.openbeat.app.ledger.JdbcLedgerEntries.Waiting;
import org.openbeat.app.ledger.rows.Touch;

/**
 * What was taken off the queue, whole transactions all of it.
 *
 * @param entries those that a server sealed, in order
 * @param forged ids of those that none did
 * @param touches the rows that the transactions changed, each with the first act of its transaction
 * @param sharing further acts of transactions that changed rows
 */
record Batch(List<Waiting> entries, List<UUID> forged, List<Touch> touches, List<UUID> sharing) {

    static Batch of(List<Taken> taken, Seals seals) {
        var entries = new ArrayList<Waiting>();
        var forged = new ArrayList<UUID>();
        Map<Long, UUID> firsts = new HashMap<>();
        Map<UUID, Long> further = new LinkedHashMap<>();
        for (var one : taken) {
            var entry = one.entry();
            if (entry == null) {
                continue;
            }
            if (!seals.fit(entry.leaf(), one.seal())) {
                forged.add(entry.id());
            } else {
                entries.add(entry);
                if (firsts.putIfAbsent(one.transaction(), entry.id()) != null) {
                    further.put(entry.id(), one.transaction());
                }
            }
        }
        var touches = new ArrayList<Touch>();
        Set<Long> touching = new HashSet<>();
        for (var one : taken) {
            if (one.table() != null && one.key() != null) {
                touches.add(new Touch(one.table(), one.key(), firsts.get(one.transaction())));
                touching.add(one.transaction());
            }
        }
        further.values().retainAll(touching);
        return new Batch(entries, forged, touches, List.copyOf(further.keySet()));
    }
}
