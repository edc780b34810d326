package org.openbeat.app.retention;

import java.time.Period;

/**
 * A schedule as it comes with Openbeat: an example to start from, not a legal number; it starts no clock.
 *
 * @param basis where an organisation finds what holds for it
 */
public record Example(String kind, Period period, String basis) {}
