package org.openbeat.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.TestBrowser;
import org.openbeat.app.desk.Accepted;
import org.openbeat.app.desk.Change;
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Contact;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.Outcome;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.NewCall;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;

/**
 * Design, I3: every route that staff can read, asked by every role for a report and an incident to which nobody is
 * assigned, without a purpose. None may answer with a word of the people in them.
 */
@OpenbeatTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PurposeRoutesIT {
    private static final AgencyId AGENCY = new AgencyId("city");
    private static final Pattern VARIABLE = Pattern.compile("\\{\\*?([a-z]+)[^}]*}");
    /** What people said and who they are; each occurs nowhere else. */
    private static final List<String> WORDS =
            List.of("Quillfeatherton", "Zwiebelkrug", "555-0173-9", "Marmeladenweg", "Knirschgeraeusch");

    @Autowired
    WebApplicationContext context;

    @Autowired
    Desk desk;

    @Autowired
    Dispatch dispatch;

    @Autowired
    Access access;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    ApplicationEventPublisher events;

    @LocalServerPort
    int port;

    private String reference = "";
    private String incident = "";
    private String number = "";

    private record DayPassed(String id) implements Recordable {
        @Override
        public Actor actor() {
            return Actor.SYSTEM;
        }

        @Override
        public Instant at() {
            return Instant.EPOCH;
        }

        @Override
        public String action() {
            return "test.day-passed";
        }

        @Override
        public Subject subject() {
            return new Subject("test", id);
        }

        @Override
        public Map<String, Object> details() {
            return Map.of();
        }
    }

    @BeforeAll
    void people_and_what_they_said() {
        if (access.agencies().stream().noneMatch(known -> known.id().equals(AGENCY))) {
            access.addAgency(Actor.SYSTEM, AGENCY, "Made Up City", null);
        }
        var report = report();
        reference = report.reference().value();
        incident();
        var closer = Actor.staff("closer", "Made Up", AGENCY, Set.of(Role.COMMANDER));
        desk.change(closer, report.report(), new Change.Resolve(Outcome.ANSWERED, "", false));
        transaction.executeWithoutResult(status -> {
            jdbc.sql("update desk.report set closed_at = closed_at - interval '1 day', officer = null where id = :id")
                    .param("id", report.report().value())
                    .update();
            jdbc.sql("update dispatch.incident set closed_at = closed_at - interval '1 day' where id = :id")
                    .param("id", UUID.fromString(incident))
                    .update();
            events.publishEvent(new DayPassed(reference));
        });
    }

    private Accepted report() {
        var sent = new NewReport(
                "question",
                "I heard a Knirschgeraeusch",
                Whereabouts.described("12 Marmeladenweg"),
                null,
                Map.of(),
                List.of(),
                new Contact("Odo Quillfeatherton", "zwiebelkrug@example.org", "555-0173-9", false),
                Locale.ENGLISH,
                Channel.WEB,
                false);
        return desk.submit(
                Actor.RESIDENT, sent, new SubmissionKey(UUID.randomUUID().toString()));
    }

    private void incident() {
        var dispatcher = Actor.staff("made-up-dispatcher", "Made Up", AGENCY, Set.of(Role.DISPATCHER));
        var taken = dispatch.takeCall(
                dispatcher,
                new NewCall(
                        "Odo Quillfeatherton",
                        "555-0173-9",
                        "12 Marmeladenweg",
                        new GeoPoint(40, -83),
                        LocationTrust.EXACT,
                        "fight",
                        null,
                        "A Knirschgeraeusch, says Zwiebelkrug",
                        null,
                        null,
                        null),
                new CommandKey(UUID.randomUUID().toString()));
        incident = taken.incident().toString();
        number = taken.number();
        dispatch.perform(
                dispatcher,
                new Command.Close(taken.incident(), "settled", "A Knirschgeraeusch it was"),
                new CommandKey(UUID.randomUUID().toString()));
    }

    @TestFactory
    Stream<DynamicTest> no_route_shows_a_persons_data_without_a_purpose_or_an_assignment() {
        var paths = paths();
        return EnumSet.allOf(Role.class).stream()
                .map(role -> DynamicTest.dynamicTest("%s: %d routes".formatted(role, paths.size()), () -> {
                    var browser = signIn(role);
                    for (var path : paths) {
                        var body = browser.get(path).body();
                        for (var word : WORDS) {
                            assertThat(body.contains(word))
                                    .as("%s shows %s to %s", path, word, role)
                                    .isFalse();
                        }
                    }
                }));
    }

    /** Every page, list, search, file and answer in JSON that staff read; the stream tells of open incidents alone. */
    private List<String> paths() {
        var paths = new ArrayList<String>();
        MappedRoutes.of(context).stream()
                .filter(route -> route.method() == HttpMethod.GET)
                .filter(route -> route.line()
                        .filter(line -> !(line.audience() instanceof Audience.Everyone))
                        .isPresent())
                .map(route -> filled(route.pattern()))
                .filter(path -> !path.endsWith("/stream") && !path.startsWith("/actuator"))
                .forEach(paths::add);
        paths.add("/desk?which=ALL&q=" + reference);
        paths.add("/desk?which=ALL&q=quillfeatherton");
        paths.add("/desk?which=CLOSED&q=knirschgeraeusch");
        paths.add("/incidents?q=" + number);
        paths.add("/incidents?status=closed&q=knirschgeraeusch");
        paths.add("/api/dispatch/incidents?text=" + number);
        paths.add("/calls/near?latitude=40&longitude=-83");
        assertThat(paths).contains("/desk/reports/" + reference, "/incidents/" + incident);
        return paths;
    }

    private String filled(String pattern) {
        return VARIABLE.matcher(pattern.replace("/**", "")).replaceAll(variable -> switch (variable.group(1)) {
            case "reference" -> reference;
            case "number" -> number;
            default -> incident;
        });
    }

    private TestBrowser signIn(Role role) {
        var name = "made.up." + UUID.randomUUID();
        access.openAccount(Actor.SYSTEM, new NewAccount(name, "Made Up", "long enough secret", AGENCY, Set.of(role)));
        var browser = new TestBrowser(port);
        browser.signIn(name, "long enough secret");
        return browser;
    }
}
