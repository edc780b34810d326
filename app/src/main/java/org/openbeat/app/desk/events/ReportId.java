package org.openbeat.app.desk.events;

import java.util.UUID;

/** Identifies a report inside Openbeat; residents know its {@link Reference}. */
public record ReportId(UUID value) {}
