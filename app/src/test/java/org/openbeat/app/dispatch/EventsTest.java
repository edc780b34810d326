package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.events.ReportProgressed;
import org.openbeat.app.dispatch.events.*;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Recordable;
import org.openbeat.app.kernel.Role;
import tools.jackson.databind.json.JsonMapper;

/** Events wait as JSON until whoever hears them has heard them, over a restart if need be. */
class EventsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");
    private static final Actor ACTOR =
            Actor.staff("1", "Pat Example", new AgencyId("city/north"), Set.of(Role.DISPATCHER));

    static Stream<Class<? extends Record>> events() {
        return Stream.of(
                IncidentOpened.class,
                CallJoined.class,
                IncidentChanged.class,
                IncidentJoined.class,
                UnitAssigned.class,
                UnitStacked.class,
                UnitAcknowledged.class,
                UnitEnRoute.class,
                UnitArrived.class,
                UnitTransporting.class,
                UnitReleased.class,
                IncidentClosed.class,
                IncidentExported.class,
                IncidentReopened.class,
                UnitStatusChanged.class,
                CrewChanged.class,
                UnitRegistered.class,
                DutyDefaultSet.class,
                DeviceChanged.class,
                RoomPrepared.class,
                IntervalsExported.class,
                RoadConditionChanged.class,
                VolunteersChanged.class);
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_comes_back_from_json_as_it_was(Class<? extends Record> type) throws Exception {
        var event = sample(type);
        assertThat(JSON.readValue(JSON.writeValueAsString(event), type)).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void every_event_is_provable_and_names_nobody(Class<? extends Record> type) throws Exception {
        var event = (Recordable) sample(type);
        assertThat(event.action()).matches("dispatch\\.[a-z-]+");
        assertThat(event.subject().kind()).isIn("incident", "unit", "agency", "road");
        assertThat(event.details().toString()).doesNotContain("Pat Example");
        if (event instanceof ReportProgressed fact) {
            assertThat(fact.factId()).startsWith("dispatch:");
        }
    }

    private static Record sample(Class<? extends Record> type) throws Exception {
        var components = type.getRecordComponents();
        var types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = Arrays.stream(components)
                .map(each -> value(each.getType(), each.getName()))
                .toArray();
        return type.getDeclaredConstructor(types).newInstance(values);
    }

    private static Object value(Class<?> type, String name) {
        return Map.<Class<?>, Object>ofEntries(
                        Map.entry(IncidentId.class, new IncidentId(new UUID(1, 2))),
                        Map.entry(UnitId.class, new UnitId(new UUID(3, 4))),
                        Map.entry(RoadConditionId.class, new RoadConditionId(new UUID(7, 8))),
                        Map.entry(AgencyId.class, new AgencyId("city/north")),
                        Map.entry(BeatCode.class, new BeatCode("N3")),
                        Map.entry(List.class, List.of(new ReportId(new UUID(5, 6)))),
                        Map.entry(Map.class, Map.of("from", "2", "to", "1")),
                        Map.entry(Actor.class, ACTOR),
                        Map.entry(Instant.class, NOON),
                        Map.entry(String.class, name),
                        Map.entry(int.class, 7),
                        Map.entry(boolean.class, true))
                .get(type);
    }
}
