package org.openbeat.app.dispatch.continuity;

import java.time.Instant;

/** A card that tells of no call: it was spoilt or came back blank. */
public record SetAside(int card, String reason, Instant at, String by) {}
