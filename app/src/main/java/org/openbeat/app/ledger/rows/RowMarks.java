package org.openbeat.app.ledger.rows;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.ledger.rows.JdbcRows.State;
import org.openbeat.engine.tlog.CompactRange;
import org.openbeat.engine.tlog.Hash;
import org.springframework.stereotype.Component;

/**
 * Hashes what acts left in the tables. A row is read after the commit, once for all acts of a batch; it may then hold
 * what a later act made of it, whose own change follows in the next batch and says the same.
 */
@Component
public class RowMarks {
    /** Bytes of a salt: enough that nobody guesses it. */
    private static final int SALT_LENGTH = 16;

    private static final int KEYS_AT_ONCE = 2000;

    private final JdbcRows rows;
    private final JdbcTables tables;
    private final SecureRandom random;
    private final Identifiers identifiers;
    private final Clock clock;

    /** As of the last look; a table that is missing here makes us look again. */
    private Map<String, RecordedTable> known = Map.of();

    RowMarks(JdbcRows rows, JdbcTables tables, SecureRandom random, Identifiers identifiers, Clock clock) {
        this.rows = rows;
        this.tables = tables;
        this.random = random;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /**
     * Writes down what the touched rows hold now, within the caller's transaction.
     *
     * @param position where the entry that binds it will stand
     * @param touches in the order in which they were made
     * @param sharing acts whose transaction had another act before them, which owns its rows
     * @return the act to enter; empty if no row was touched
     */
    public Optional<RowsChanged> bind(long position, List<Touch> touches, List<UUID> sharing) {
        if (touches.isEmpty()) {
            return Optional.empty();
        }
        var states = states(position, touches);
        var changes = new ArrayList<RowChange>();
        var newest = new LinkedHashMap<String, State>();
        for (var touch : new LinkedHashSet<>(touches)) {
            var state = states.get(touch.table() + touch.key());
            if (state == null) {
                continue; // A table that is no more.
            }
            newest.put(touch.table() + touch.key(), at(state, changes.size()));
            changes.add(new RowChange(touch.table(), touch.key(), state.mark(), touch.entry()));
        }
        sharing.forEach(entry -> changes.add(new RowChange(null, null, null, entry)));
        rows.add(position, changes);
        rows.replace(List.copyOf(newest.values()));
        return Optional.of(
                new RowsChanged(identifiers.next().toString(), changes.size(), root(changes), clock.instant()));
    }

    static Hash root(Iterable<RowChange> changes) {
        var range = new CompactRange();
        changes.forEach(change -> change.appendTo(range));
        return range.root();
    }

    private Map<String, State> states(long position, List<Touch> touches) {
        rows.pinSpelling();
        var keys = touches.stream()
                .collect(Collectors.groupingBy(
                        Touch::table, Collectors.mapping(Touch::key, Collectors.toCollection(LinkedHashSet::new))));
        var states = new HashMap<String, State>();
        keys.forEach((name, ofTable) -> {
            var table = table(name);
            if (table != null) {
                addStates(position, table, List.copyOf(ofTable), states);
            }
        });
        return states;
    }

    private void addStates(long position, RecordedTable table, List<String> keys, Map<String, State> states) {
        for (int from = 0; from < keys.size(); from += KEYS_AT_ONCE) {
            var some = keys.subList(from, Math.min(keys.size(), from + KEYS_AT_ONCE));
            var texts = rows.texts(table, some);
            for (var key : some) {
                states.put(table.name() + key, state(position, table.name(), key, texts.get(key)));
            }
        }
    }

    private State state(long position, String table, String key, @Nullable String text) {
        if (text == null) {
            return new State(table, key, null, null, position, 0);
        }
        var salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return new State(table, key, salt, mark(salt, text), position, 0);
    }

    private static State at(State state, int place) {
        return new State(state.table(), state.key(), state.salt(), state.mark(), state.position(), place);
    }

    private @Nullable RecordedTable table(String name) {
        if (!known.containsKey(name)) {
            known = tables.all().stream()
                    .filter(RowRecording::isRecorded)
                    .collect(Collectors.toMap(RecordedTable::name, table -> table));
        }
        return known.get(name);
    }

    private static Hash mark(byte[] salt, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return Hash.of(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
