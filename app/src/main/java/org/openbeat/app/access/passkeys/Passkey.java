package org.openbeat.app.access.passkeys;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param synced whether the owner's devices may share it
 */
public record Passkey(
        UUID id, String name, Instant addedAt, @Nullable Instant lastUsedAt, boolean synced) {}
