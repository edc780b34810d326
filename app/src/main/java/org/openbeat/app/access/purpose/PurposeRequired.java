package org.openbeat.app.access.purpose;

import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Refusal;

/** Nobody reads this without saying why. A page asks for the purpose instead of showing it. */
public final class PurposeRequired extends Refusal {
    private static final long serialVersionUID = 1L;

    private final transient Subject subject;
    private final String label;

    /** @param label how people call the thing; never a name */
    public PurposeRequired(Subject subject, String label) {
        super(Kind.FORBIDDEN, "purpose-required");
        this.subject = subject;
        this.label = label;
    }

    public Subject subject() {
        return subject;
    }

    public String label() {
        return label;
    }
}
