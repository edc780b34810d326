package org.openbeat.app.desk.web;

import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.places.Beat;
import org.springframework.stereotype.Component;

/** What templates show of links and beats; they know it as {@code @deskLinks}. */
@Component("deskLinks")
class DeskLinks {
    private final OpenbeatSettings settings;

    DeskLinks(OpenbeatSettings settings) {
        this.settings = settings;
    }

    /** The address under which residents reach this server. */
    public String getBase() {
        return settings.baseUrl();
    }

    /** Name and code of a beat, once where both are the same. */
    public String beat(Beat beat) {
        var code = beat.code().value();
        return beat.name().equals(code) ? code : beat.name() + " (" + code + ")";
    }
}
