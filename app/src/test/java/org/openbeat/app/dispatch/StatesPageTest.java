package org.openbeat.app.dispatch;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openbeat.app.WrittenPage;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.unit.UnitStatus;

class StatesPageTest {

    @Test
    void the_page_of_states_says_what_the_tables_say() {
        WrittenPage.mustSay("dispatch-states.md", """
                # States of dispatch

                What may follow what. A test writes this page from the tables in the code; another tries every pair.

                ## Incidents

                | From | To |
                | --- | --- |
                %s

                ## Units

                Whether a unit may be sent is a property of its status and is held by the service: `FREE` at once, `INFORM`
                only after someone was asked, `UNAVAILABLE` never. `ON_BREAK` and `TRANSPORTING` must be owned by the unit's
                type.

                | From | May be sent | To |
                | --- | --- | --- |
                %s
                """.formatted(
                        Arrays.stream(IncidentStatus.values())
                                .map(status -> "| `%s` | %s |".formatted(status, list(status.successors())))
                                .collect(Collectors.joining("\n")),
                        Arrays.stream(UnitStatus.values())
                                .map(status -> "| `%s` | `%s` | %s |"
                                        .formatted(status, status.sendability(), list(status.successors())))
                                .collect(Collectors.joining("\n"))));
    }

    private static String list(Collection<? extends Enum<?>> statuses) {
        return statuses.stream().sorted().map(status -> "`" + status + "`").collect(Collectors.joining(", "));
    }
}
