package org.openbeat.app.dispatch.continuity;

import java.time.Instant;
import java.util.UUID;

/**
 * A time during which the room worked on paper.
 *
 * @param cards those that were taken from the pile
 * @param by who noted it
 */
public record Outage(UUID id, Instant beganAt, Instant endedAt, CardRange cards, Instant notedAt, String by) {}
