package org.openbeat.app.access;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.WrittenPage;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;

/** Writes the page of who may use which route. */
@OpenbeatTest
class PermissionsDocIT {

    @Autowired
    WebApplicationContext context;

    @Test
    void the_page_of_permissions_says_what_the_table_says() {
        var page = new StringBuilder("""
                # Who may use which route

                Each route that the application answers, by the one table `access.Routes`; `RouteAccessIT` tries every one with
                every role and with none. A module may refuse more, never less: for example what another agency is responsible
                for. A test writes this page from the code.

                | Method | Route | Who |
                | --- | --- | --- |
                """);
        MappedRoutes.of(context)
                .forEach(route -> page.append("| %s | `%s` | %s |%n"
                        .formatted(
                                route.method(),
                                route.pattern(),
                                route.line().map(line -> who(line.audience())).orElse("nobody"))));
        WrittenPage.mustSay("permissions.md", page.toString());
    }

    private static String who(Audience audience) {
        return switch (audience) {
            case Audience.Everyone ignored -> "everyone";
            case Audience.AnyStaff ignored -> "any staff";
            case Audience.Staff staff ->
                staff.roles().stream()
                        .sorted()
                        .map(Role::name)
                        .map(name -> name.toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", "));
        };
    }
}
