package org.openbeat.app.desk;

import java.util.UUID;

/** Identifies a stored picture. */
public record PhotoId(UUID value) {}
