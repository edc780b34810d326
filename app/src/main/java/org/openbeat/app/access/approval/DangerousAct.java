package org.openbeat.app.access.approval;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.kernel.Actor;

/**
 * A kind of act that takes two persons. A module contributes one bean a kind; its name in the pages is the message
 * {@code approval.kind.<kind>}. Who acts is always asked with the roles that they hold now.
 */
public interface DangerousAct {

    /** Stable name: lower-case words joined by '-'. */
    String kind();

    boolean mayPropose(Actor actor, Act act);

    /** Whether the actor's roles and agency allow it; that it is another person is seen to by {@link Approvals}. */
    boolean mayApprove(Actor actor, Act act);

    /** The member of staff whom the act concerns, if it is one: they approve nothing about themselves. */
    default Optional<AccountId> concerned(Act act) {
        return Optional.empty();
    }

    /** What exactly would happen, line by line, for those who decide. */
    List<String> effects(Act act, Locale language);

    /** What the act rests on, as text; when it is another at the approval, the act must be proposed anew. */
    String restsOn(Act act);

    /**
     * Does it, in the transaction of the approval; a refusal takes the approval back.
     *
     * @param proposer whose act it is
     * @param approver who let it happen
     */
    void execute(Act act, Actor proposer, Actor approver);
}
