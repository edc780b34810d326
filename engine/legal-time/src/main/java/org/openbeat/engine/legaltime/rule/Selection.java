package org.openbeat.engine.legaltime.rule;

import java.time.LocalDate;

/**
 * What was chosen from several versions of the law, and by which day.
 *
 * @param value what is in force
 * @param version the version that it is from
 * @param date the day that decided, in the zone of the jurisdiction
 * @param criterion which day of the case that is
 * @param <T> what is versioned
 */
public record Selection<T>(T value, LawVersion version, LocalDate date, EventName criterion) {}
