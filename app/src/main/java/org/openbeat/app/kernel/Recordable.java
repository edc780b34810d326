package org.openbeat.app.kernel;

import java.time.Instant;
import java.util.Map;

/**
 * A fact that must be provable. Every event that tells of a change of state implements it; the ledger hears it inside
 * the transaction that made the change, and without the ledger's row there is no change.
 */
public interface Recordable {

    /** Who did it. The ledger writes a pseudonym, never the name. */
    Actor actor();

    /** When it was done, taken once from the clock for the whole command. */
    Instant at();

    /** What was done, in the past tense, as {@code module.act}: {@code desk.report-received}. */
    String action();

    /** The thing it was done to. */
    Subject subject();

    /**
     * What is proved beside the fact itself, as strings, numbers, booleans, lists and maps of them. Only a salted hash of
     * it enters the log, so it may be erased; even so, leave out what nobody needs to prove.
     */
    Map<String, Object> details();

    /**
     * The thing an act was done to.
     *
     * @param kind one word of the vocabulary: {@code report}, {@code incident}, {@code unit}, {@code account}
     * @param id its id as text
     */
    record Subject(String kind, String id) {}
}
