package org.openbeat.app.access;

import static org.openbeat.app.access.Audience.anyStaff;
import static org.openbeat.app.access.Audience.everyone;
import static org.openbeat.app.access.Audience.staff;
import static org.openbeat.app.kernel.Role.ADMINISTRATOR;
import static org.openbeat.app.kernel.Role.CALL_TAKER;
import static org.openbeat.app.kernel.Role.COMMANDER;
import static org.openbeat.app.kernel.Role.COMMUNITY_OFFICER;
import static org.openbeat.app.kernel.Role.DISPATCHER;
import static org.openbeat.app.kernel.Role.LEGAL_REVIEWER;
import static org.openbeat.app.kernel.Role.OVERSIGHT;
import static org.openbeat.app.kernel.Role.PATROL_OFFICER;
import static org.openbeat.app.kernel.Role.STATION_CHIEF;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.openbeat.app.kernel.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one table of who may use which route (design, I2). A route that is not here is refused to everyone; a generated
 * test tries each with every role and with none, and fails when a controller maps a route that the table lacks.
 */
final class Routes {

    /** One line of the table; {@code *} as method stands for every method. */
    record Route(String method, PathPattern pattern, Audience audience) {

        boolean matches(HttpMethod asked, PathContainer path) {
            // HEAD is answered wherever GET is.
            var wanted = asked == HttpMethod.HEAD ? HttpMethod.GET.name() : asked.name();
            return (method.equals("*") || method.equals(wanted)) && pattern.matches(path);
        }
    }

    private static final PathPatternParser PARSER = new PathPatternParser();

    /** Those who work the desk's reports; the oversight body works complaints about officers, and sees no other. */
    private static final Audience DESK =
            staff(COMMUNITY_OFFICER, CALL_TAKER, DISPATCHER, STATION_CHIEF, COMMANDER, OVERSIGHT);

    /** Those who run the room. */
    private static final Audience ROOM = staff(CALL_TAKER, DISPATCHER, STATION_CHIEF, COMMANDER);

    private static final Audience CREW = staff(PATROL_OFFICER, COMMUNITY_OFFICER);

    private static final List<Route> TABLE = List.of(
            // web: the shell
            route("*", "/error", everyone()),
            route("GET", "/assets/**", everyone()),
            route("GET", "/webjars/**", everyone()),
            route("GET", "/favicon.ico", everyone()),
            route("GET", "/accessibility", everyone()),
            route("GET", "/problems", everyone()),
            route("GET", "/problems/{type}", everyone()),

            // access
            route("GET", "/sign-in", everyone()),
            route("POST", "/sign-in", everyone()),
            route("*", "/sign-in/**", everyone()),
            route("POST", "/sign-out", everyone()),
            route("GET", "/staff", anyStaff()),
            route("*", "/account/**", anyStaff()),
            route("*", "/admin/**", staff(ADMINISTRATOR)),
            route("*", "/recoveries/**", staff(ADMINISTRATOR, COMMANDER)),
            route("*", "/approvals/**", anyStaff()),
            route("*", "/purposes/**", anyStaff()),

            // desk: residents
            route("GET", "/", everyone()),
            route("*", "/report/**", everyone()),
            route("*", "/track/**", everyone()),
            route("*", "/r/**", everyone()),
            route("*", "/open311/**", everyone()),

            // desk: staff
            route("*", "/desk/**", DESK),
            route("*", "/desk/officers/**", staff(STATION_CHIEF, COMMANDER)),
            route("GET", "/desk/reports/{reference}/audit", staff(STATION_CHIEF, COMMANDER)),
            route("GET", "/desk/reports/{reference}/audit.csv", staff(STATION_CHIEF)),

            // places
            route("GET", "/tiles/**", everyone()),
            route("GET", "/map/**", everyone()),
            route("GET", "/api/places/**", everyone()),

            // dispatch
            route("GET", "/board/**", ROOM),
            route("POST", "/board/**", ROOM),
            route("*", "/calls/**", ROOM),
            route("GET", "/incidents/**", ROOM),
            route("POST", "/incidents/**", ROOM),
            // Who may read may not therefore take it out of the house.
            route("GET", "/incidents/{id}/eido", staff(DISPATCHER, STATION_CHIEF, COMMANDER)),
            route("*", "/api/dispatch/**", ROOM),
            route("*", "/units/**", staff(DISPATCHER, COMMANDER)),
            route("GET", "/plans/**", ROOM),
            route("POST", "/plans", staff(STATION_CHIEF, COMMANDER)),
            route("POST", "/plans/what-if", staff(DISPATCHER, STATION_CHIEF, COMMANDER)),
            route("*", "/roads/**", staff(DISPATCHER, COMMANDER)),
            route("*", "/crew/**", CREW),
            route("*", "/volunteers/**", everyone()),
            route("POST", "/positions/**", everyone()),
            route("GET", "/positions/**", everyone()),

            // partners: behind a key of their own, or behind a secret in the address
            route("*", "/partners/v1/**", everyone()),

            // disclosure
            route("GET", "/beats/**", everyone()),

            // retention
            route("*", "/retention/**", staff(COMMANDER, LEGAL_REVIEWER, ADMINISTRATOR, OVERSIGHT)),

            // ledger
            route("GET", "/ledger/**", everyone()),
            route("GET", "/receipts", everyone()),

            // oversight
            route("GET", "/oversight/**", staff(OVERSIGHT)),
            route("POST", "/oversight/draws/**", staff(OVERSIGHT)),

            // operations
            route("GET", "/actuator/health/**", everyone()),
            route("GET", "/actuator/prometheus", staff(ADMINISTRATOR, OVERSIGHT)),
            route("GET", "/api-docs/**", everyone()),
            route("GET", "/api-docs.yaml", everyone()),
            route("GET", "/developers", everyone()));

    private Routes() {}

    private static Route route(String method, String pattern, Audience audience) {
        return new Route(method, PARSER.parse(pattern), audience);
    }

    static List<Route> table() {
        return TABLE;
    }

    /** The most specific line that fits, or nothing: then nobody may pass. */
    static Optional<Route> find(HttpMethod method, PathContainer path) {
        return TABLE.stream()
                .filter(route -> route.matches(method, path))
                .min(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR));
    }

    /** The methods that some line names for the path; empty where the table does not know it. */
    static SortedSet<String> methods(PathContainer path) {
        return TABLE.stream()
                .filter(route -> route.pattern().matches(path))
                .map(Route::method)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static boolean admits(HttpMethod method, PathContainer path, boolean signedIn, Set<Role> held) {
        return find(method, path)
                .map(route -> route.audience().admits(signedIn, held))
                .orElse(false);
    }
}
