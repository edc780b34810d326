package org.openbeat.engine.legaltime.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.engine.legaltime.rule.ExtensionId;
import org.openbeat.engine.legaltime.rule.RuleId;
import org.openbeat.engine.legaltime.rule.Term;

/**
 * An extension that was asked for and perhaps decided.
 *
 * @param clock of which clock
 * @param rung which extension of it
 * @param by who decides
 * @param requestedAt UTC; null when it was decided without a request
 * @param decidedAt UTC; null while it is not decided
 * @param granted false when it was refused
 * @param amount how much was granted, when less than the rule allows; null for all of it
 * @param reasons why
 * @param heard whether the person was heard
 * @param couldNotSit whether the authority could not sit at the end of the clock
 */
public record Extension(
        RuleId clock,
        ExtensionId rung,
        Official by,
        @Nullable Instant requestedAt,
        @Nullable Instant decidedAt,
        boolean granted,
        @Nullable Term amount,
        String reasons,
        boolean heard,
        boolean couldNotSit) {

    /** Granted in full, the person heard. */
    public static Extension granted(RuleId clock, String rung, Official by, Instant decidedAt, String reasons) {
        return new Extension(clock, new ExtensionId(rung), by, null, decidedAt, true, null, reasons, true, false);
    }

    /** Asked for and not decided. */
    public static Extension requested(RuleId clock, String rung, Official of, Instant requestedAt, String reasons) {
        return new Extension(clock, new ExtensionId(rung), of, requestedAt, null, false, null, reasons, false, false);
    }

    public Extension requestedAt(Instant request) {
        return new Extension(clock, rung, by, request, decidedAt, granted, amount, reasons, heard, couldNotSit);
    }

    /** Granted for less than the rule allows. */
    public Extension of(Term less) {
        return new Extension(clock, rung, by, requestedAt, decidedAt, granted, less, reasons, heard, couldNotSit);
    }

    public Extension refused() {
        return new Extension(clock, rung, by, requestedAt, decidedAt, false, amount, reasons, heard, couldNotSit);
    }

    public Extension unheard() {
        return new Extension(clock, rung, by, requestedAt, decidedAt, granted, amount, reasons, false, couldNotSit);
    }

    /** The authority could not sit when the clock ended. */
    public Extension couldNotSitEarlier() {
        return new Extension(clock, rung, by, requestedAt, decidedAt, granted, amount, reasons, heard, true);
    }
}
