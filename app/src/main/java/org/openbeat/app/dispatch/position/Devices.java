package org.openbeat.app.dispatch.position;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.UnitId;

/** The store of devices; of a token it knows the hash only. */
interface Devices {

    void add(UUID id, UnitId unit, String name, String key, byte[] tokenHash, Instant at);

    /** The device that has the token, unless it was revoked. */
    Optional<Device> findByToken(byte[] tokenHash);

    List<Device> list(UnitId unit);

    Optional<Device> find(UUID id);

    Optional<Device> revoke(UUID id, Instant at);

    /** A device of a unit. */
    record Device(
            UUID id,
            UnitId unit,
            String agency,
            String name,
            String key,
            @Nullable Instant revokedAt) {}
}
