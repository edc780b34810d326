package org.openbeat.app.access.purpose;

import java.util.List;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Recordable.Subject;
import org.springframework.stereotype.Component;

/** What a page asks instead of showing the data of a person: {@code access/purpose :: ask} shows it. */
@Component
public class PurposeQuestion {
    private final Purposes purposes;

    PurposeQuestion(Purposes purposes) {
        this.purposes = purposes;
    }

    /**
     * The question as its form has it.
     *
     * @param back the page that is asked for
     * @param proposed reference of the item that is tied to it without typing; empty for none
     */
    public record Asked(Subject subject, String label, String back, List<PurposeKind> kinds, String proposed) {
        public Asked {
            kinds = List.copyOf(kinds);
        }
    }

    /** For what was refused with {@link PurposeRequired}. */
    public Asked of(Actor actor, PurposeRequired refused, String back) {
        return of(actor, new Purpose.Covered(refused.subject(), refused.label()), back);
    }

    public Asked of(Actor actor, Purpose.Covered wanted, String back) {
        return new Asked(
                wanted.subject(), wanted.label(), back, purposes.kinds(wanted), purposes.proposal(actor, wanted));
    }
}
