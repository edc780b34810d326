package org.openbeat.app.ledger;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.engine.tlog.Disclosure;
import org.openbeat.engine.tlog.Json;

/**
 * An act as it enters the ledger. The leaf is canonical JSON (RFC 8785) with exactly these members: {@code action},
 * {@code actor}, {@code agency} (where the actor acts for one), {@code at} (ISO 8601, UTC), {@code id},
 * {@code payloadHash}, {@code roles} (sorted), {@code subjectId}, {@code subjectKind}. It holds no personal data; what
 * may be personal is the payload, of which it holds a salted hash.
 *
 * @param id its id, in the leaf and in the database
 * @param leaf the bytes that the tree proves
 * @param subject what was acted on
 * @param action what was done
 * @param at when it was done
 * @param salt 32 random bytes
 * @param payload canonical JSON of the details
 */
record Entry(UUID id, byte[] leaf, Subject subject, String action, Instant at, byte[] salt, String payload) {

    static Entry of(Recordable act, UUID id, byte[] salt, Pseudonyms pseudonyms) {
        var payload = Json.of(act.details()).canonicalText();
        var leaf = members(act, pseudonyms);
        leaf.put("id", id.toString());
        leaf.put(Disclosure.PAYLOAD_HASH, Disclosure.payloadHash(salt, payload.getBytes(StandardCharsets.UTF_8)));
        return new Entry(id, Json.of(leaf).canonical(), act.subject(), act.action(), act.at(), salt, payload);
    }

    private static Map<String, Object> members(Recordable act, Pseudonyms pseudonyms) {
        var members = new LinkedHashMap<String, Object>();
        members.put("action", act.action());
        members.put("actor", pseudonyms.of(act.actor()));
        var agency = act.actor().agency();
        if (agency != null) {
            members.put("agency", agency.value());
        }
        members.put("at", act.at().toString());
        members.put(
                "roles", act.actor().roles().stream().map(Enum::name).sorted().toList());
        members.put("subjectId", act.subject().id());
        members.put("subjectKind", act.subject().kind());
        return members;
    }
}
