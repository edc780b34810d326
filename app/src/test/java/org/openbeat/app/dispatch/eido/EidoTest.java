package org.openbeat.app.dispatch.eido;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openbeat.app.dispatch.board.IncidentFile;
import org.openbeat.app.dispatch.board.IncidentFile.Assigned;
import org.openbeat.app.dispatch.board.IncidentFile.LogEntry;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Refusal;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Documents beside the schema, the registries and the sample of NENA-STA-021. */
class EidoTest {
    private static final Path SHARED = Path.of("../../shared/data/eido");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final IncidentId ID = new IncidentId(UUID.fromString("01890000-0000-7000-8000-000000000001"));
    private static final AgencyId FIRE = new AgencyId("fire");

    @ParameterizedTest
    @EnumSource(IncidentStatus.class)
    void what_we_write_is_valid_against_the_schema_in_every_status(IncidentStatus status) throws IOException {
        for (var particulars : new boolean[] {true, false}) {
            var written = new EidoWriter("dispatch.example", particulars).write(file(status));
            assertThat(EidoSchema.errors(written.json())).isEmpty();
            assertThat(Eido.of(written.json())).isEqualTo(written);
        }
    }

    @Test
    void every_code_that_we_write_stands_in_its_registry() throws IOException {
        for (var status : IncidentStatus.values()) {
            var json =
                    new EidoWriter("dispatch.example", true).write(file(status)).json();
            in("IncidentStatus-Common", json.at("/incidentComponent/incidentStatusCommonRegistryText"));
            in("AgencyRole", json.at("/agencyComponent/0/agencyRoleDescriptionRegistryText"));
            in("PersonRole", json.at("/personComponent/0/personIncidentRoleRegistryText"));
            in("LocationType", json.at("/locationComponent/0/locationTypeDescriptionRegistryText"));
        }
        for (var stage : Stage.values()) {
            in("SecondaryUnitStatus-Common", JSON.valueToTree(EidoCodes.secondaryStatus(stage)));
            in("PrimaryUnitStatus-Common", JSON.valueToTree(EidoCodes.primaryStatus(stage)));
        }
        in("EmergencyResourceType-Common", JSON.valueToTree("PatrolUnit"));
        for (var type : List.of("fight", "alarm", "missing-person", "collision-injury", "made-up-by-the-operator")) {
            in("IncidentType-Common", JSON.valueToTree(EidoCodes.type(type)));
        }
        for (var disposition :
                List.of("settled", "advice", "report", "arrest", "no-trace", "false-alarm", "duplicate")) {
            in("CommonDispositionCode", JSON.valueToTree(EidoCodes.disposition(disposition)));
        }
    }

    @Test
    void every_code_of_a_type_that_we_understand_stands_in_the_registry_and_comes_back_as_ours() throws IOException {
        var known = registry("IncidentType-Common").stream()
                .filter(code -> EidoCodes.ourType(code).isPresent())
                .toList();
        assertThat(known).hasSizeGreaterThan(60);
        for (var code : known) {
            var ours = EidoCodes.ourType(code).orElseThrow();
            assertThat(EidoCodes.ourType(EidoCodes.type(ours))).contains(ours);
        }
    }

    @Test
    void the_sample_is_read_and_written_again_without_loss() throws IOException {
        var sample = sample();
        var read = Eido.of(sample.deepCopy());
        assertThat(JSON.readTree(JSON.writeValueAsString(read.json()))).isEqualTo(sample);
        assertThat(EidoSchema.errors(sample)).isEmpty();
        var call = new EidoReader(read).call(new AgencyId("city"));
        assertThat(call.callerPhone()).isEqualTo("8195551212");
        assertThat(call.locationText()).isEqualTo("42 W Cellular Street Wilmington DE US");
        assertThat(call.point()).isNull();
        assertThat(call.type()).isEqualTo("other");
        assertThat(call.priority())
                .as("an emergency call of which nothing else is said (R-12)")
                .isEqualTo(new Priority(2));
    }

    @Test
    void what_a_partner_wrote_comes_out_with_ours_and_nothing_of_it_is_lost() throws IOException {
        var sample = sample();
        var merged = EidoMerge.merge(
                new EidoWriter("dispatch.example", false).write(file(IncidentStatus.EN_ROUTE)),
                List.of(Eido.of(sample.deepCopy())));
        assertThat(EidoSchema.errors(merged.json())).isEmpty();
        sample.propertyStream()
                .filter(property -> property.getValue().isArray())
                .forEach(property -> assertThat(merged.json().get(property.getKey()))
                        .as(property.getKey())
                        .containsAll(property.getValue()));
        assertThat(merged.json().get("@context")).isEqualTo(sample.get("@context"));
        assertThat(merged.id())
                .isEqualTo("urn:emergency:uid:incidentid:01890000000070008000000000000001:dispatch.example");
    }

    @Test
    void what_we_write_another_system_like_ours_reads_as_the_same_incident() {
        for (int level = 1; level <= 4; level++) {
            var file = file(IncidentStatus.WAITING, new Priority(level));
            var call = new EidoReader(new EidoWriter("there.example", true).write(file)).call(FIRE);
            assertThat(call.type()).isEqualTo("fight");
            assertThat(call.priority()).isEqualTo(new Priority(level));
            assertThat(call.point()).isEqualTo(new GeoPoint(40.01, -83.02));
            assertThat(call.trust()).isEqualTo(LocationTrust.EXACT);
            assertThat(call.locationText()).isEqualTo("1 Market <Square> & \"Co\"");
            assertThat(call.callerName()).isEqualTo("Ann Sample");
            assertThat(call.callerPhone()).isEqualTo("5550100");
            assertThat(call.notes()).contains("Two people <fight> & shout");
        }
    }

    @Test
    void without_particulars_nobody_and_nobodys_words_are_in_it() {
        var json = new EidoWriter("dispatch.example", false)
                .write(file(IncidentStatus.ON_SCENE))
                .json();
        assertThat(json.toString()).doesNotContain("Ann", "5550100", "shout", "callComponent", "notesComponent");
        assertThat(json.at("/emergencyResourceComponent/0/emergencyResourceName")
                        .asString())
                .isEqualTo("u7");
    }

    @Test
    void a_document_that_cannot_be_is_refused_with_the_place_where_it_is_wrong() throws IOException {
        assertRefused("/", JSON.readTree("[]"));
        assertRefused("/$id", changed("$id", null));
        assertRefused("/$id", changed("$id", "with a space"));
        assertRefused("/eidoVersion", changed("eidoVersion", "2.0"));
        assertRefused("/issuingElementIdentification", changed("issuingElementIdentification", ""));
        assertRefused("/lastUpdateTimeStamp", changed("lastUpdateTimeStamp", "yesterday"));
        assertRefused("/agencyComponent", changed("agencyComponent", null));
        assertRefused("/callComponent", changed("callComponent", "none"));
        assertRefused("/incidentTypeCommonRegistryText", changed("incidentComponent", "x"));
    }

    @Test
    void what_is_never_kept_of_a_person_is_left_out_by_name() {
        var json = JSON.readTree("""
                {"personComponent": [{"$id": "p", "ncPersonComponent": {"name": [], "raceCode": ["x"],
                 "religion": [{"value": "x"}], "ethnicityCategoryCode": [], "sexualOrientation": [],
                 "residentCode": ["kept"], "physicalFeature": [{"raceNdExCode": "x"}]}}]}""");
        assertThat(Unwanted.leaveOut(json))
                .containsExactly("ethnicityCategoryCode", "raceCode", "raceNdExCode", "religion", "sexualOrientation");
        assertThat(json.at("/personComponent/0/ncPersonComponent").propertyNames())
                .containsExactly("name", "residentCode", "physicalFeature");
    }

    @Test
    void notes_lose_their_markup_and_places_are_read_without_asking_anyone() {
        assertThat(EidoReader.plain("<p>One &amp; two</p><script>alert(1)</script><b onclick='x'>three</b>"))
                .isEqualTo("One & two\nthree");
        assertThat(PidfLo.read("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>"))
                .isEmpty();
        assertThat(PidfLo.read("no XML")).isEmpty();
        var circle = PidfLo.read("""
                        <presence xmlns:gs="http://www.opengis.net/pidflo/1.0" xmlns:gml="http://www.opengis.net/gml">
                        <gs:Circle srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>48.73 -3.46</gml:pos>
                        <gs:radius uom="urn:ogc:def:uom:EPSG::9001">10</gs:radius></gs:Circle></presence>""").orElseThrow();
        assertThat(circle.point()).as("latitude first").contains(new GeoPoint(48.73, -3.46));
        assertThat(circle.coarse()).isTrue();
    }

    @Test
    void a_note_that_is_made_to_be_slow_is_read_as_fast_as_any_and_kept_no_longer() {
        var million = 1_000_000;
        for (var piece : List.of("<", "<script>", "<style>", "</script ", "&", "&#", "<br", "< >")) {
            var note = piece.repeat(million / piece.length());
            assertThat(Markup.leftOut(note)).as(piece).hasSizeLessThanOrEqualTo(million);
            var eido = new EidoWriter("dispatch.example", true)
                    .write(file(IncidentStatus.WAITING))
                    .json();
            var notes = eido.putArray("notesComponent");
            for (int i = 0; i < 3; i++) {
                notes.addObject().put("$id", "n" + i).put("notesActionComments", "Word " + i + " " + note);
            }
            assertThat(new EidoReader(Eido.of(eido)).call(FIRE).notes())
                    .as(piece)
                    .contains("Word 0")
                    .hasSizeLessThanOrEqualTo(4000);
        }
    }

    @Test
    void what_only_looks_like_markup_stays_a_word() {
        assertThat(EidoReader.plain("pulse < 40")).isEqualTo("pulse < 40");
        assertThat(EidoReader.plain("a<BR/>b<SCRIPT type='x'>c</Script >d<script>e"))
                .isEqualTo("a\nbde");
        assertThat(EidoReader.plain("<>a<brave>b</style>&lt;c&gt;")).isEqualTo("ab<c>");
    }

    private static void assertRefused(String where, JsonNode json) {
        assertThatThrownBy(() -> Eido.of(json)).isInstanceOfSatisfying(Refusal.class, refusal -> {
            assertThat(refusal.type()).isEqualTo("eido-invalid");
            assertThat(refusal.arguments()).containsExactly(where);
        });
    }

    private static ObjectNode changed(String name, String value) {
        var eido = new EidoWriter("dispatch.example", true)
                .write(file(IncidentStatus.WAITING))
                .json();
        if (value == null) {
            eido.remove(name);
        } else {
            eido.put(name, value);
        }
        return eido;
    }

    private static void in(String registry, JsonNode values) throws IOException {
        var all = registry(registry);
        var given = values.isArray() ? values.valueStream().toList() : List.of(values);
        given.stream()
                .filter(value -> !value.isMissingNode())
                .forEach(value -> assertThat(all).contains(value.asString()));
    }

    private static Set<String> registry(String name) throws IOException {
        var file = SHARED.resolve("registries/EIDO-" + name + ".csv");
        assumeTrue(Files.exists(file), "the registries of NENA-STA-021 are not at " + SHARED);
        return Files.readAllLines(file).stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .collect(Collectors.toSet());
    }

    private static ObjectNode sample() throws IOException {
        var file = SHARED.resolve("sample-call-transfer-EIDO.json");
        assumeTrue(Files.exists(file), "the sample of NENA-STA-021 is not at " + SHARED);
        return (ObjectNode) JSON.readTree(Files.readString(file));
    }

    private static IncidentFile file(IncidentStatus status) {
        return file(status, new Priority(2));
    }

    private static IncidentFile file(IncidentStatus status, Priority priority) {
        var closed = status == IncidentStatus.CLOSED;
        var row = new IncidentRow(
                ID,
                "2026-11-25/12",
                12,
                status,
                "fight",
                priority,
                new AgencyId("city/north"),
                null,
                "Two people <fight> & shout",
                "1 Market <Square> & \"Co\"",
                new GeoPoint(40.01, -83.02),
                LocationTrust.EXACT,
                new BeatCode("N1"),
                "America/New_York",
                NOON,
                null,
                false,
                null,
                NOON,
                closed ? NOON.plusSeconds(900) : null,
                closed ? "settled" : null,
                null,
                closed ? new IncidentId(UUID.randomUUID()) : null,
                Set.of(),
                false,
                null,
                null,
                List.of(),
                3);
        var call = new IncidentFile.Call(
                UUID.randomUUID(), "Ann Sample", "555 0100", "", "", NOON, NOON.plusSeconds(5), "Pat Example");
        var log = new ArrayList<LogEntry>();
        log.add(entry(1, LogKind.OPENED, "Two people <fight> & shout"));
        log.add(entry(2, LogKind.REOPENED, null));
        return new IncidentFile(
                row,
                log,
                List.of(call),
                List.of(assigned("u7", Stage.EN_ROUTE), assigned("u8", Stage.CLEARED), assigned("u9", Stage.STACKED)),
                List.of(new IncidentFile.Linked(new IncidentId(UUID.randomUUID()), "2026-11-25/13")),
                null,
                List.of(),
                null,
                Set.of());
    }

    private static LogEntry entry(int sequence, LogKind kind, String text) {
        return new LogEntry(
                sequence, kind, Map.of(), text, null, NOON, NOON.plusSeconds(sequence), "Pat Example", null);
    }

    private static Assigned assigned(String callSign, Stage stage) {
        return new Assigned(
                new UnitId(UUID.randomUUID()),
                callSign,
                stage,
                NOON.plusSeconds(60),
                null,
                stage == Stage.EN_ROUTE ? NOON.plusSeconds(90) : null,
                null,
                null,
                stage == Stage.CLEARED ? NOON.plusSeconds(95) : null,
                null,
                null);
    }
}
