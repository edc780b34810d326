package org.openbeat.app.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.events.AccountId;

/**
 * A recovery that waits for the account's holder.
 *
 * @param first hash of the proposer's part of the code, once it was shown
 * @param second hash of the approver's part
 */
record Recovery(
        AccountId account,
        AccountId proposer,
        AccountId approver,
        byte @Nullable [] first,
        byte @Nullable [] second,
        Instant expiresAt) {

    boolean isHandledBy(AccountId who) {
        return proposer.equals(who) || approver.equals(who);
    }

    /** Whether somebody may still have a part shown to them: each part is shown once. */
    boolean owesPartTo(AccountId who) {
        return (proposer.equals(who) && first == null) || (approver.equals(who) && second == null);
    }

    @Override
    public String toString() {
        return "Recovery[" + account + "]";
    }
}
