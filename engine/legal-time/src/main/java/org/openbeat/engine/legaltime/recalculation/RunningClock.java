package org.openbeat.engine.legaltime.recalculation;

import java.time.Instant;
import org.openbeat.engine.legaltime.fact.ClockFacts;
import org.openbeat.engine.legaltime.rule.ClockRule;

/**
 * A clock that runs somewhere, with the end that people were told.
 *
 * @param owner whose clock it is
 * @param rule what it follows
 * @param facts what happened
 * @param end as it was last reckoned, UTC
 * @param <K> how clocks are told apart where they are kept
 */
public record RunningClock<K>(K owner, ClockRule rule, ClockFacts facts, Instant end) {}
