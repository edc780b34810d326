package org.openbeat.app.access.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.kernel.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Roles in the reader's words: {@code access.role.<ROLE>} of the messages. */
@Component
class RoleNames {
    private final MessageSource messages;

    RoleNames(MessageSource messages) {
        this.messages = messages;
    }

    Map<String, String> in(Locale locale) {
        var names = new LinkedHashMap<String, String>();
        for (var role : Role.values()) {
            names.put(role.name(), messages.getMessage("access.role." + role.name(), null, locale));
        }
        return names;
    }
}
