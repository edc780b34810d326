package org.openbeat.engine.legaltime;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.source.Source;

/**
 * Whether an act was in time.
 *
 * @param inTime whether it was
 * @param counted the instant that counts, UTC: of posting where the rule says so
 * @param lateness how late it was; zero if it was not
 * @param byPosting the article by which posting counts; null when it did not matter
 */
public record Judgement(
        boolean inTime,
        Instant counted,
        Duration lateness,
        @Nullable Source byPosting) {}
