package org.openbeat.app.desk.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.openbeat.app.access.Access;
import org.openbeat.app.desk.Tracked;

/** How the agencies of those who opened a report are called. */
final class AgencyNames {

    private AgencyNames() {}

    static Map<String, String> of(Access access, List<Tracked.Opening> openings, Locale locale) {
        if (openings.isEmpty()) {
            return Map.of();
        }
        return access.agencies().stream()
                .collect(Collectors.toMap(agency -> agency.id().value(), agency -> agency.nameIn(locale)));
    }
}
