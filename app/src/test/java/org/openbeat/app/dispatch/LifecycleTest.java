package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.incident.Incident;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.Location;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.Stage;
import org.openbeat.app.dispatch.unit.Unit;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;

class LifecycleTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    /** Written down a second time, by hand, so that a change of the table is a decision and no accident. */
    private static final List<String> INCIDENT_MOVES = List.of(
            "WAITING>DISPATCHED",
            "WAITING>CLOSED",
            "DISPATCHED>WAITING",
            "DISPATCHED>EN_ROUTE",
            "DISPATCHED>ON_SCENE",
            "DISPATCHED>ATTENDED",
            "DISPATCHED>CLOSED",
            "EN_ROUTE>WAITING",
            "EN_ROUTE>DISPATCHED",
            "EN_ROUTE>ON_SCENE",
            "EN_ROUTE>ATTENDED",
            "EN_ROUTE>CLOSED",
            "ON_SCENE>DISPATCHED",
            "ON_SCENE>EN_ROUTE",
            "ON_SCENE>ATTENDED",
            "ON_SCENE>CLOSED",
            "ATTENDED>DISPATCHED",
            "ATTENDED>EN_ROUTE",
            "ATTENDED>ON_SCENE",
            "ATTENDED>CLOSED",
            "CLOSED>WAITING");

    private static final List<String> UNIT_MOVES = List.of(
            "AVAILABLE>ASSIGNED",
            "AVAILABLE>ON_BREAK",
            "AVAILABLE>UNAVAILABLE",
            "AVAILABLE>OFF_DUTY",
            "ON_BREAK>AVAILABLE",
            "ON_BREAK>ASSIGNED",
            "ON_BREAK>UNAVAILABLE",
            "ON_BREAK>OFF_DUTY",
            "ASSIGNED>ACKNOWLEDGED",
            "ASSIGNED>EN_ROUTE",
            "ASSIGNED>ON_SCENE",
            "ASSIGNED>AVAILABLE",
            "ASSIGNED>ASSIGNED",
            "ACKNOWLEDGED>EN_ROUTE",
            "ACKNOWLEDGED>ON_SCENE",
            "ACKNOWLEDGED>AVAILABLE",
            "ACKNOWLEDGED>ASSIGNED",
            "EN_ROUTE>ON_SCENE",
            "EN_ROUTE>AVAILABLE",
            "EN_ROUTE>ASSIGNED",
            "ON_SCENE>TRANSPORTING",
            "ON_SCENE>AVAILABLE",
            "ON_SCENE>ASSIGNED",
            "TRANSPORTING>ON_SCENE",
            "TRANSPORTING>AVAILABLE",
            "TRANSPORTING>ASSIGNED",
            "UNAVAILABLE>AVAILABLE",
            "UNAVAILABLE>ON_BREAK",
            "UNAVAILABLE>OFF_DUTY",
            "OFF_DUTY>AVAILABLE",
            "OFF_DUTY>ON_BREAK",
            "OFF_DUTY>UNAVAILABLE");

    @Test
    void every_pair_of_incident_statuses_is_lawful_or_refused_as_the_table_says() {
        assertThat(moves(IncidentStatus.values(), IncidentStatus::mayBecome))
                .containsExactlyInAnyOrderElementsOf(INCIDENT_MOVES);
        for (var from : IncidentStatus.values()) {
            for (var to : IncidentStatus.values()) {
                if (!from.mayBecome(to)) {
                    assertThatThrownBy(() -> incident(from, LocationTrust.EXACT).requireMove(to))
                            .isInstanceOf(Refusal.class);
                }
            }
        }
    }

    @Test
    void every_pair_of_unit_statuses_is_lawful_or_refused_as_the_table_says() {
        assertThat(moves(UnitStatus.values(), UnitStatus::mayBecome)).containsExactlyInAnyOrderElementsOf(UNIT_MOVES);
        for (var from : UnitStatus.values()) {
            for (var to : UnitStatus.values()) {
                if (!from.mayBecome(to)) {
                    assertThatThrownBy(() -> unit(from, null).requireMove(to)).isInstanceOf(Refusal.class);
                }
            }
        }
    }

    @Test
    void every_status_can_be_reached_and_left() {
        assertThat(reached(IncidentStatus.WAITING)).isEqualTo(EnumSet.allOf(IncidentStatus.class));
        assertThat(Stream.of(IncidentStatus.values())
                        .filter(status -> status.successors().isEmpty()))
                .isEmpty();
        assertThat(Stream.of(UnitStatus.values())
                        .filter(status -> status.successors().isEmpty()))
                .isEmpty();
    }

    @Test
    void whatever_units_do_leads_an_incident_only_along_lawful_moves() {
        for (var other : Stage.values()) {
            for (var before : Stage.values()) {
                for (var after : Stage.values()) {
                    if (after.isCurrent() && !before.isCurrent() && after != Stage.ASSIGNED) {
                        continue; // Work begins as assigned.
                    }
                    var attended = List.of(other, before).stream()
                            .anyMatch(stage -> stage.isCurrent() && stage.compareTo(Stage.ON_SCENE) >= 0);
                    var from = UnitWork.following(List.of(other, before), attended);
                    var to = UnitWork.following(List.of(other, after), attended);
                    assertThat(from == to || from.mayBecome(to))
                            .as("%s with %s to %s with %s beside %s", from, before, to, after, other)
                            .isTrue();
                }
            }
        }
    }

    @Test
    void R47_only_a_place_that_is_exact_or_confirmed_lets_units_be_sent() {
        for (var trust : LocationTrust.values()) {
            var incident = incident(IncidentStatus.WAITING, trust);
            if (trust == LocationTrust.EXACT || trust == LocationTrust.CONFIRMED) {
                incident.requireSureLocation();
            } else {
                assertThatThrownBy(incident::requireSureLocation)
                        .isInstanceOf(Refusal.class)
                        .hasMessage("location-unconfirmed");
            }
        }
    }

    @Test
    void R19_a_unit_whose_type_does_not_own_a_status_is_refused_it() {
        var car = new Unit(
                id(), "u1", "foot-patrol", new AgencyId("a"), Set.of(), UnitStatus.ON_SCENE, Set.of(), null, 1);
        assertThatThrownBy(() -> car.requireMove(UnitStatus.TRANSPORTING)).hasMessage("unit-status-not-owned");
    }

    @Test
    void a_unit_past_the_end_of_its_shift_is_asked_first() {
        var unit = unit(UnitStatus.AVAILABLE, NOON);
        assertThat(unit.sendability(NOON)).isEqualTo(UnitStatus.Sendability.FREE);
        assertThat(unit.sendability(NOON.plusSeconds(1))).isEqualTo(UnitStatus.Sendability.INFORM);
    }

    private static <E extends Enum<E>> List<String> moves(E[] all, BiPredicate<E, E> lawful) {
        return Stream.of(all)
                .flatMap(from ->
                        Stream.of(all).filter(to -> lawful.test(from, to)).map(to -> from + ">" + to))
                .toList();
    }

    private static Set<IncidentStatus> reached(IncidentStatus start) {
        var reached = EnumSet.of(start);
        var open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            open.poll().successors().stream().filter(reached::add).forEach(open::add);
        }
        return reached;
    }

    private static Incident incident(IncidentStatus status, LocationTrust trust) {
        var point = trust == LocationTrust.NO_POSITION ? null : Room.SQUARE;
        return new Incident(
                new IncidentId(new UUID(0, 1)),
                "2026-11-25/1",
                new AgencyId("a"),
                null,
                status,
                "fight",
                new Priority(2),
                new Location("1 Market Square", point, trust, null),
                ZoneOffset.UTC,
                NOON,
                null,
                null,
                null,
                Set.of(),
                null,
                null,
                1);
    }

    private static Unit unit(UnitStatus status, @Nullable Instant shiftEndsAt) {
        return new Unit(
                id(),
                "u1",
                "patrol-car",
                new AgencyId("a"),
                Set.of(),
                status,
                UnitStatus.OWNED_BY_TYPE,
                shiftEndsAt,
                1);
    }

    private static UnitId id() {
        return new UnitId(new UUID(0, 1));
    }
}
