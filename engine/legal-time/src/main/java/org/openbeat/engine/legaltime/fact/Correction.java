package org.openbeat.engine.legaltime.fact;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction of when something happened. To an earlier time it counts at once; to a later one only when a second
 * person approved it.
 *
 * @param at when it really happened, UTC
 * @param author who corrects
 * @param approver a second person; null for none
 * @param reason why
 */
public record Correction(
        Instant at, String author, @Nullable String approver, String reason) {

    public boolean hasSecondApprover() {
        return approver != null && !approver.isBlank() && !approver.equals(author);
    }
}
