package org.openbeat.app.desk;

import java.util.Optional;

/**
 * How to reach the sender; every part may be empty. It is shown to the staff who work the report and to nobody else.
 *
 * @param nameHidden the sender wants staff to see no name
 */
public record Contact(String name, String email, String phone, boolean nameHidden) {
    public static final Contact NONE = new Contact("", "", "", false);

    public Contact {
        name = PlainText.line(name, 100, "name");
        email = PlainText.line(email, 200, "email");
        phone = PlainText.line(phone, 40, "phone");
    }

    /** The name, unless it is hidden or was not given. */
    public Optional<String> shownName() {
        return nameHidden || name.isEmpty() ? Optional.empty() : Optional.of(name);
    }
}
