package org.openbeat.app.kernel;

/**
 * A refusal that a user can cause and understand. It leaves as an RFC 9457 problem detail, or as an error page, with
 * the texts {@code problem.<type>.title} and {@code problem.<type>.detail} of the messages in the reader's language.
 */
public class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What kind of refusal it is; the web shell knows the HTTP status of each. */
    public enum Kind {
        INVALID,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        TOO_LARGE,
        TOO_MANY,
        UNAVAILABLE
    }

    private final Kind kind;
    private final String type;
    private final transient Object[] arguments;

    /**
     * @param kind the kind of refusal
     * @param type stable name, lower-case words joined by '-', once released never changed
     * @param arguments values for the detail text; never personal data
     */
    public Refusal(Kind kind, String type, Object... arguments) {
        super(type);
        this.kind = kind;
        this.type = type;
        this.arguments = arguments.clone();
    }

    public Kind kind() {
        return kind;
    }

    public String type() {
        return type;
    }

    public Object[] arguments() {
        return arguments.clone();
    }
}
