package org.openbeat.app.access;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.openbeat.app.access.MappedRoutes.Mapped;
import org.openbeat.app.desk.Channel;
import org.openbeat.app.desk.Contact;
import org.openbeat.app.desk.Desk;
import org.openbeat.app.desk.NewReport;
import org.openbeat.app.desk.SubmissionKey;
import org.openbeat.app.desk.Whereabouts;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.NewCall;
import org.openbeat.app.dispatch.NewUnit;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.position.Positions;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One item of each kind, of an agency with which the callers of {@link ItemAccessIT} have nothing to do. */
final class ForeignItems {
    static final AgencyId AGENCY = new AgencyId("foreign-" + UUID.randomUUID());
    static final List<String> SECRETS =
            List.of("Zeppelin on the roof", "Zoe Zander", "555 0177", "Zebra Street 9", "quaggas are loose", "zq9-zq9");

    /** Whatever some form or body asks for, so that each route gets as far as to look at the item. */
    static final Map<String, String> FIELDS = Map.ofEntries(
            Map.entry("text", "Some words"),
            Map.entry("reason", "not-ours"),
            Map.entry("people", ""),
            Map.entry("agency", "strangers"),
            Map.entry("keepReading", "false"),
            Map.entry("unit", new UUID(1, 1).toString()),
            Map.entry("status", "AVAILABLE"),
            Map.entry("disposition", "settled"),
            Map.entry("outcome", "dealt-with"),
            Map.entry("category", "noise"),
            Map.entry("beat", "N1"),
            Map.entry("of", "AAAA-AAAA"),
            Map.entry("priority", "3"),
            Map.entry("type", "noise"),
            Map.entry("place", "1 Market Square"),
            Map.entry("entry", "1"),
            Map.entry("number", "12"),
            Map.entry("name", "Some name"),
            Map.entry("callSign", "zz1"),
            Map.entry("device", new UUID(1, 1).toString()),
            Map.entry("q", "quaggas"),
            Map.entry("location", "Zebra Street 9"),
            Map.entry("latitude", "40"),
            Map.entry("longitude", "-83"),
            Map.entry("after", "0"),
            Map.entry("which", "ALL"),
            Map.entry("key", "a-key-of-this-test"));

    static final String BODY = """
            {"text": "Some words", "reason": "Some reason", "agency": "strangers", "keepReading": false, "named": [],
             "unit": "00000000-0000-0001-0000-000000000001", "status": "AVAILABLE", "disposition": "settled",
             "note": "Some note", "type": "noise", "priority": 3, "locationText": "1 Market Square", "afterMinutes": 5,
             "original": "00000000-0000-0001-0000-000000000001", "name": "A phone", "line": "f quaggas",
             "callSign": "zz1", "skills": []}""";

    private final JdbcClient jdbc;
    private final String reference;
    private final AgencyId agencyOfReport;
    private final UUID report;
    private final UUID incident;
    private final UUID unit;
    private final UUID device;

    ForeignItems(Desk desk, Dispatch dispatch, Positions positions, Access access, JdbcClient jdbc) {
        this.jdbc = jdbc;
        if (access.agencies().stream().noneMatch(known -> known.id().equals(AGENCY))) {
            access.addAgency(Actor.SYSTEM, AGENCY, "Made Up", null);
        }
        var accepted = desk.submit(
                Actor.RESIDENT, newReport(), new SubmissionKey(UUID.randomUUID().toString()));
        reference = accepted.reference().value();
        agencyOfReport = accepted.agency();
        report = accepted.report().value();
        var dispatcher = Actor.staff(UUID.randomUUID().toString(), "Pat Example", AGENCY, Set.of(Role.DISPATCHER));
        incident = dispatch.takeCall(dispatcher, call(), key()).incident().value();
        var callSign = "zq9-zq9-" + UUID.randomUUID().toString().substring(0, 4);
        var id = dispatch.register(dispatcher, new NewUnit(callSign, "patrol-car", AGENCY, Set.of()));
        dispatch.perform(dispatcher, new Command.SignOn(id, null), key());
        unit = id.value();
        device = positions.issue(dispatcher, id, "A phone").id();
    }

    private static CommandKey key() {
        return new CommandKey(UUID.randomUUID().toString());
    }

    private static NewReport newReport() {
        return new NewReport(
                "noise",
                "Zeppelin on the roof",
                Whereabouts.described("Zebra Street 9"),
                null,
                Map.of(),
                List.of(),
                new Contact("Zoe Zander", "", "555 0177", false),
                java.util.Locale.ENGLISH,
                Channel.WEB,
                false);
    }

    private static NewCall call() {
        return new NewCall(
                "Zoe Zander",
                "555 0177",
                "Zebra Street 9",
                new GeoPoint(40, -83),
                LocationTrust.EXACT,
                "fight",
                null,
                "The quaggas are loose",
                null,
                null,
                null);
    }

    String reference() {
        return reference;
    }

    /** A reference that is nobody's. */
    String nothing() {
        return "ZZZZ-ZZZZ";
    }

    AgencyId agencyOfReport() {
        return agencyOfReport;
    }

    String path(Mapped route) {
        return path(route, reference);
    }

    String pathOfNothing(Mapped route) {
        return path(route, nothing());
    }

    private String path(Mapped route, String wanted) {
        var about = RouteSubjects.of(route).orElseThrow();
        var item = about == RouteSubjects.Subject.UNIT ? unit : incident;
        var pattern = route.pattern()
                .replace("{reference}", wanted)
                .replace("{device}", device.toString())
                .replace("{unit}", unit.toString())
                .replace("{sequence}", "1");
        return pattern.contains("/reports/")
                ? pattern.replace("{id}", new UUID(1, 1).toString())
                : filled(pattern.replace("{id}", item.toString()));
    }

    private static String filled(String pattern) {
        return pattern.contains("{") ? new Mapped(org.springframework.http.HttpMethod.GET, pattern).sample() : pattern;
    }

    /** Everything that a command could have changed. */
    Map<String, Object> state() {
        return Map.of(
                "report", row("select r::text from desk.report r where id = :id", report),
                "entries", row("select count(*)::text from desk.entry where report = :id", report),
                "openings", row("select count(*)::text from desk.opening where report = :id", report),
                "incident", row("select i::text from dispatch.incident i where id = :id", incident),
                "log", row("select count(*)::text from dispatch.log_entry where incident = :id", incident),
                "unit", row("select u::text from dispatch.unit u where id = :id", unit),
                "devices", row("select string_agg(d::text, ',') from dispatch.device d where unit = :id", unit));
    }

    private String row(String sql, UUID id) {
        return Objects.requireNonNull(
                jdbc.sql(sql).param("id", id).query(String.class).single());
    }
}
