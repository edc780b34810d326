package org.openbeat.app.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.events.UnitId;

/**
 * What a unit did, as a card says. A unit that is still there is sent on the board instead.
 *
 * @param arrivedAt null when it was called off before
 */
public record CardResponse(
        UnitId unit, Instant sentAt, @Nullable Instant arrivedAt, Instant clearedAt) {}
