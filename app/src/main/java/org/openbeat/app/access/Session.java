package org.openbeat.app.access;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser that is signed in.
 *
 * @param client what the browser says of itself, shortened
 */
public record Session(UUID id, Instant startedAt, Instant seenAt, String client) {}
