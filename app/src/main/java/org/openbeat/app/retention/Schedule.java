package org.openbeat.app.retention;

import java.time.Instant;
import java.time.Period;

/**
 * How long a kind of data is kept, as two persons of the organisation confirmed it.
 *
 * @param basis the law or rule that it rests on, in the organisation's words
 */
public record Schedule(String kind, Period period, String basis, Instant confirmedAt) {}
