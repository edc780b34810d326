package org.openbeat.app.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.desk.events.Reference;
import org.openbeat.app.kernel.BeatCode;

/** What may be done to a report that was received. */
public sealed interface Change {
    int LONGEST_TEXT = 2_000;

    /** What the sender may do, who is known by the secret link. */
    sealed interface BySender extends Change {}

    /** What staff may do. */
    sealed interface ByStaff extends Change {

        /** What the policy is asked for. */
        default Act act() {
            return Act.CHANGE;
        }
    }

    /** The sender adds something. */
    record Add(String text) implements BySender {
        public Add {
            text = PlainText.lines(text, LONGEST_TEXT, "text");
        }
    }

    /** The sender corrects the report: what was sent first stays, and this stands beside it. */
    record Correct(String text) implements BySender {
        public Correct {
            text = PlainText.lines(text, LONGEST_TEXT, "text");
        }
    }

    /** The sender is not content with the answer and says why. */
    record Reopen(String reason) implements BySender {
        public Reopen {
            reason = PlainText.lines(reason, LONGEST_TEXT, "reason");
        }
    }

    /** The sender wants staff to see neither name nor contact any more. */
    record HideName() implements BySender {}

    /** The sender takes it back; what was sent stays in the record. */
    record Withdraw(String reason) implements BySender {
        public Withdraw {
            reason = PlainText.lines(reason, LONGEST_TEXT, "reason");
        }
    }

    /** A member of staff takes it on and is named to colleagues. */
    record TakeOn() implements ByStaff {}

    /** An answer that the sender reads. */
    record Reply(String text) implements ByStaff {
        public Reply {
            text = PlainText.lines(text, LONGEST_TEXT, "text");
        }
    }

    /** A note among staff. */
    record Note(String text) implements ByStaff {
        public Note {
            text = PlainText.lines(text, LONGEST_TEXT, "text");
        }
    }

    record Recategorise(String category) implements ByStaff {}

    /**
     * Over the boundary: the agency of the other beat becomes responsible.
     *
     * @param keepReading whether the agency that was responsible goes on reading it; when another becomes responsible it
     *     must be said
     */
    record Move(BeatCode beat, @Nullable Boolean keepReading) implements ByStaff {

        @Override
        public Act act() {
            return Act.HAND_OVER;
        }
    }

    /**
     * Limits it to named people of the organisation.
     *
     * @param named their user names; null lifts the limit
     */
    record Restrict(@Nullable List<String> named, String reason) implements ByStaff {
        public Restrict {
            named = named == null ? null : List.copyOf(named);
            reason = PlainText.lines(reason, LONGEST_TEXT, "reason");
        }

        @Override
        public Act act() {
            return Act.RESTRICT;
        }
    }

    record MarkDuplicate(Reference of) implements ByStaff {}

    /**
     * Done, with an outcome that the public may read.
     *
     * @param text more for the sender; may be empty
     * @param release whether a human releases that text to the public too
     */
    record Resolve(Outcome outcome, String text, boolean release) implements ByStaff {
        public Resolve {
            text = PlainText.lines(text, LONGEST_TEXT, "text");
        }
    }

    /** Not for the desk, with the reason that the sender reads. */
    record Decline(Outcome reason, String text) implements ByStaff {
        public Decline {
            text = PlainText.lines(text, LONGEST_TEXT, "text");
        }
    }
}
