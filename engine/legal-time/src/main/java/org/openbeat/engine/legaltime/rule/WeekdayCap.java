package org.openbeat.engine.legaltime.rule;

import java.time.DayOfWeek;
import org.openbeat.engine.legaltime.source.Source;

/**
 * A start on one day of the week, after that day's session, ends on another at the latest (Penal Code 825: on
 * Wednesday, then Friday), unless one of the two is a holiday.
 *
 * @param start the day of the start
 * @param last the day of the end, the first such after the start
 * @param source the article
 */
public record WeekdayCap(DayOfWeek start, DayOfWeek last, Source source) {}
