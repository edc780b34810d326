package org.openbeat.app.ledger.rows;

import java.util.Map;

/**
 * Every table is recorded in the ledger row by row, unless it stands here with the reason. Keep it short: what is not
 * recorded can be rewritten unseen by whoever has the database.
 */
final class UnrecordedTables {
    private static final String MADE_FROM_THE_MAP =
            "made from the map file, whose fingerprint is in places.map_import and in the act of importing it";

    static final Map<String, String> REASONS = Map.ofEntries(
            Map.entry("access.session", "ends by itself; signing in and out are acts"),
            Map.entry("access.known_device", "spares a browser the waiting after others' wrong guesses, nothing else"),
            Map.entry("access.sign_in_failure", "counters that forget after minutes"),
            Map.entry(
                    "access.pending_step",
                    "what a browser began and must finish within minutes; finishing it is an act"),
            Map.entry("access.provider_session", "ends with its session; signing in and out are acts"),
            Map.entry("access.totp_offer", "a secret that no code was entered for yet; entering one is an act"),
            Map.entry("access.totp_step", "the last code that was used; signing in with it is an act"),
            Map.entry("desk.draft", "what a resident has typed and not sent"),
            Map.entry("desk.link_key", "a secret of the server, made once; no fact"),
            Map.entry("desk.open311_token", "a short-lived way to a reference that the report itself holds"),
            Map.entry("dispatch.command", "answers kept for a day, for phones that send again"),
            Map.entry("dispatch.day_counter", "gives numbers out; the incidents hold them"),
            Map.entry("dispatch.feed", "numbers the messages to the screens"),
            Map.entry("dispatch.change", "messages to the screens, kept for an hour"),
            Map.entry("dispatch.shown", "copies of what the screens were sent; the acts behind them are recorded"),
            Map.entry("dispatch.last_position", "written every few seconds and out of date by the next one"),
            Map.entry("partners.event", "messages to partners; what they tell of is an act"),
            Map.entry("partners.last_place", "numbers the messages to partners"),
            Map.entry("partners.delivery", "how far a message is; what was sent and what came of it, kept for a month"),
            Map.entry("partners.sending", "when a partner is sent to next, written with every attempt"),
            Map.entry("places.named_place", MADE_FROM_THE_MAP),
            Map.entry("places.place_name", MADE_FROM_THE_MAP),
            Map.entry("places.address", MADE_FROM_THE_MAP),
            Map.entry("places.address_range", MADE_FROM_THE_MAP),
            Map.entry("places.crossing", MADE_FROM_THE_MAP),
            Map.entry("places.street_piece", MADE_FROM_THE_MAP),
            Map.entry("places.tile", MADE_FROM_THE_MAP));

    /** Tables of which only some rows are facts yet: the condition in SQL, for a row of the table. */
    static final Map<String, String> CONDITIONS =
            Map.of("desk.photo", "report is not null"); // Before, a picture belongs to a draft.

    private UnrecordedTables() {}
}
