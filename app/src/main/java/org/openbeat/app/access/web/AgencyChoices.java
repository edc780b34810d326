package org.openbeat.app.access.web;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.openbeat.app.access.Access;
import org.openbeat.app.kernel.Actor;

/** The agencies that an administrator may choose from. */
final class AgencyChoices {

    private AgencyChoices() {}

    static Map<String, String> within(Access access, Actor actor, Locale locale) {
        var choices = new LinkedHashMap<String, String>();
        var own = actor.agency();
        access.agencies().stream()
                .filter(agency -> own != null && agency.id().isWithin(own))
                .forEach(agency -> choices.put(agency.id().value(), agency.nameIn(locale) + " (" + agency.id() + ")"));
        return choices;
    }
}
