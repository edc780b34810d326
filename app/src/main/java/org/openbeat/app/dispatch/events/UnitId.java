package org.openbeat.app.dispatch.events;

import java.util.UUID;

/** Identifies a unit, a crew that can be sent; the room calls it by its call sign. */
public record UnitId(UUID value) {}
