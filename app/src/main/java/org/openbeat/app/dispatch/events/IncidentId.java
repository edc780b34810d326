package org.openbeat.app.dispatch.events;

import java.util.UUID;

/** Identifies an incident; the room calls it by its number of the day. */
public record IncidentId(UUID value) {}
