package org.openbeat.app.desk.web;

import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.stereotype.Component;

/** The address under which residents reach this server; templates know it as {@code @deskLinks}. */
@Component("deskLinks")
class DeskLinks {
    private final OpenbeatSettings settings;

    DeskLinks(OpenbeatSettings settings) {
        this.settings = settings;
    }

    public String getBase() {
        return settings.baseUrl();
    }
}
