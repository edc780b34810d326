package org.openbeat.engine.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.openbeat.engine.legaltime.calendar.ShippedCalendars;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.CalendarTable;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.StepId;
import org.openbeat.engine.procedure.pack.VersionRule;
import org.openbeat.engine.procedure.pack.clock.ClockId;

class ProcedureTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Procedure ADMINISTRATIVE = Procedure.of(Packs.get("cn-administrative-2025"));
    private static final ClockId CASE = new ClockId("case");
    private static final ClockId QUESTIONING = new ClockId("questioning");

    /** A case that is played step by step. */
    private static final class Played {
        private final Procedure procedure;
        private final List<CaseEvent> history = new ArrayList<>();
        private CaseState state;

        Played(Procedure procedure, String opened) {
            this.procedure = procedure;
            var version = procedure.pack().version();
            var at = at(opened);
            var choice = new VersionChoice(procedure.pack().id(), version.by(), LocalDate.ofInstant(at, CHINA), "");
            var accepted = procedure.open(choice, at);
            history.addAll(accepted.events());
            state = accepted.state();
        }

        Played take(String at, String step, String by, String as, Map<String, Object> facts) {
            var decision = procedure.decide(state, command(at, step, by, as, facts, null));
            assertThat(decision).as(step).isInstanceOf(Decision.Accepted.class);
            var accepted = (Decision.Accepted) decision;
            history.addAll(accepted.events());
            state = accepted.state();
            return this;
        }
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local).atZone(CHINA).toInstant();
    }

    private static Command.TakeStep command(
            String at, String step, String by, String as, Map<String, Object> facts, @Nullable Approval approval) {
        return new Command.TakeStep(
                new StepId(step), new PersonId(by), new AuthorityId(as), at(at), at(at), facts, approval);
    }

    private static Played questioned() {
        return new Played(ADMINISTRATIVE, "2026-03-02T08:00")
                .take("2026-03-02T08:10", "register", "Intake", "intake-officer", Map.of())
                .take("2026-03-02T08:30", "file", "Li", "investigator", Map.of("within_six_months", true))
                .take(
                        "2026-03-02T08:40",
                        "summon-orally",
                        "Li",
                        "investigator",
                        Map.of("at_scene", true, "id_shown", true))
                .take(
                        "2026-03-02T10:20",
                        "arrive",
                        "Li",
                        "investigator",
                        Map.of("identity_known", true, "many_suspects", false, "in_case_area", true));
    }

    @Test
    void a_history_folds_to_the_state_that_the_commands_led_to() {
        var played = questioned();
        var folded = ADMINISTRATIVE.fold(played.history);
        assertThat(folded.entries()).isEqualTo(played.state.entries()).isEqualTo(4);
        assertThat(folded.openClocks()).isEqualTo(played.state.openClocks());
        assertThat(folded.find("in_case_area")).contains(true);
    }

    @Test
    void a_refusal_changes_nothing_and_names_its_article() {
        var played = questioned();
        var decision = ADMINISTRATIVE.decide(
                played.state, command("2026-03-02T11:00", "decide", "Chief", "county-head", Map.of(), null));
        assertThat(decision).isInstanceOfSatisfying(Decision.Refused.class, refused -> {
            assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.OUT_OF_TURN);
            assertThat(refused.refusal().basis().text()).contains("PSAPL25 arts 109-115");
            assertThat(refused.refusal().text().texts()).containsKeys("en", "zh");
        });
        assertThat(played.state.entries()).isEqualTo(4);
    }

    @Test
    void the_same_history_and_command_give_the_same_decision() {
        var played = questioned();
        var command = command("2026-03-02T12:00", "release", "Li", "investigator", Map.of(), null);
        var one = (Decision.Accepted) ADMINISTRATIVE.decide(played.history, command);
        var other = (Decision.Accepted) ADMINISTRATIVE.decide(played.history, command);
        assertThat(one.events()).isEqualTo(other.events());
    }

    @Test
    void a_step_is_not_recorded_before_it_is_taken() {
        var played = questioned();
        var early = new Command.TakeStep(
                new StepId("release"),
                new PersonId("Li"),
                new AuthorityId("investigator"),
                at("2026-03-02T12:00"),
                at("2026-03-02T11:00"),
                Map.of(),
                null);
        assertThat(ADMINISTRATIVE.decide(played.state, early))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        refused -> assertThat(refused.refusal().kind()).isEqualTo(Refusal.Kind.TIME));
    }

    @Test
    void the_officers_page_shows_what_is_open_and_which_article_bars_the_rest() {
        var options = ADMINISTRATIVE.options(questioned().state, at("2026-03-02T11:00"));
        assertThat(options).hasSize(ADMINISTRATIVE.pack().steps().size());
        assertThat(options)
                .filteredOn(option -> option.step().id().value().equals("question"))
                .singleElement()
                .satisfies(option -> {
                    assertThat(option.refusal()).isNull();
                    assertThat(option.missing()).contains("officers_present");
                });
        assertThat(options)
                .filteredOn(option -> option.step().id().value().equals("serve"))
                .singleElement()
                .satisfies(option -> assertThat(option.refusal()).isNotNull());
    }

    @Test
    void I1_a_liberty_clock_is_not_lengthened_by_a_fact_that_nobody_stated() {
        for (var name : Packs.names()) {
            for (var clock : Packs.get(name).clocks().values()) {
                var longest = clock.limits().stream()
                        .mapToLong(limit -> limit.span().length())
                        .max();
                if (clock.liberty() && clock.limits().size() > 1) {
                    var compiled = compiled(Packs.get(name), clock.id());
                    var chosen = compiled.limit(CaseFold.empty(Procedure.of(Packs.get(name))));
                    assertThat(clock.limits().get(chosen).when())
                            .as(clock.id() + " without facts")
                            .isNull();
                    assertThat(longest).isPresent();
                }
            }
        }
    }

    private static CompiledClock compiled(Pack pack, ClockId id) {
        return new PackCompiler(pack)
                .clocks().stream()
                        .filter(clock -> clock.rule().id().equals(id))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void I2_when_a_liberty_clock_is_over_every_step_is_locked_but_release_and_the_court() {
        var options = ADMINISTRATIVE.options(questioned().state, at("2026-03-02T18:20:01"));
        assertThat(options).allSatisfy(option -> {
            var frees = option.step().id().value().equals("release");
            assertThat(option.refusal() == null).as(option.step().id().value()).isEqualTo(frees);
        });
        assertThat(questioned().state.releaseNow(at("2026-03-02T18:20"))).isEmpty();
        assertThat(questioned().state.releaseNow(at("2026-03-02T18:20:01"))).containsExactly(QUESTIONING);
    }

    @Test
    void I5_what_was_late_stays_late_after_a_correction() {
        var played = questioned();
        played.take("2026-03-02T19:00", "release", "Li", "investigator", Map.of());
        assertThat(played.state.clock(QUESTIONING).late()).isTrue();
        var correction = new Command.CorrectTime(
                5,
                at("2026-03-02T18:00"),
                new PersonId("Li"),
                "the camera shows 18:00",
                new PersonId("Zhao"),
                at("2026-03-02T20:00"));
        var decision = ADMINISTRATIVE.decide(played.history, correction);
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> assertThat(
                                        accepted.state().clock(QUESTIONING).late())
                                .isTrue());
    }

    @Test
    void the_time_of_earlier_runs_stays_visible_when_a_clock_starts_afresh() {
        var played = new Played(ADMINISTRATIVE, "2026-04-01T08:00")
                .take("2026-04-01T08:10", "register", "Intake", "intake-officer", Map.of())
                .take("2026-04-01T09:00", "file", "Li", "investigator", Map.of("within_six_months", true))
                .take(
                        "2026-04-03T09:00",
                        "enter-mediation",
                        "Li",
                        "investigator",
                        Map.of("mediable", true, "both_willing", true))
                .take("2026-04-10T10:00", "mediation-failed", "Li", "investigator", Map.of());
        var clock = played.state.clock(CASE);
        assertThat(clock.runs()).isEqualTo(2);
        assertThat(clock.before()).isEqualTo(Duration.ofDays(2));
        assertThat(clock.total(at("2026-04-11T10:00"))).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void R_37_a_new_holiday_reckons_running_clocks_again_and_tells_which_changed() {
        var played = questioned();
        assertThat(ADMINISTRATIVE.changed(played.state)).isEmpty();
        var pack = ADMINISTRATIVE.pack();
        var holiday = Procedure.of(with(pack, closedOn(pack.calendars().get("cn"), LocalDate.of(2026, 4, 1))));
        assertThat(holiday.changed(played.state)).containsOnlyKeys(CASE);
    }

    private static CalendarTable closedOn(CalendarTable table, LocalDate day) {
        var off = new TreeMap<>(table.off());
        off.put(day, "a new holiday");
        return new CalendarTable(table.name(), table.rest(), off, table.worked(), table.years(), table.basis());
    }

    private static Pack with(Pack pack, CalendarTable table) {
        return new Pack(
                pack.id(),
                pack.title(),
                pack.summary(),
                pack.language(),
                pack.zone(),
                pack.version(),
                pack.sources(),
                pack.authorities(),
                pack.separations(),
                pack.facts(),
                pack.amounts(),
                pack.stages(),
                pack.steps(),
                pack.clocks(),
                pack.papers(),
                pack.disclosures(),
                pack.quality(),
                pack.conflicts(),
                Map.of(table.name(), table),
                pack.leftOut(),
                pack.mark());
    }

    @Test
    void the_calendars_of_packs_are_the_one_that_legal_time_ships() {
        var china = ShippedCalendars.china();
        for (var name : Packs.names()) {
            for (var table : Packs.get(name).calendars().values()) {
                var calendar = LegalTimeRules.calendar(table);
                LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .forEach(day -> assertThat(calendar.isWorking(day))
                                .as(name + " " + day)
                                .isEqualTo(china.isWorking(day)));
            }
        }
    }

    @Test
    void R_40_a_lawful_extension_that_is_recorded_stops_the_case_from_showing_as_overdue() {
        var played = questioned();
        played.take("2026-03-02T12:00", "release", "Li", "investigator", Map.of());
        assertThat(played.state.clock(CASE).isExpired(at("2026-04-05T09:00"))).isTrue();
        var given = at("2026-03-30T08:00");
        var upper =
                new Approval(new PersonId("Upper"), new AuthorityId("next-higher-organ"), given, "still looked for");
        var decision = ADMINISTRATIVE.decide(
                played.state, command("2026-03-30T09:00", "extend-case", "Li", "investigator", Map.of(), upper));
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Decision.Accepted.class,
                        accepted -> assertThat(accepted.state().clock(CASE).isExpired(at("2026-04-05T09:00")))
                                .isFalse());
    }

    @Test
    void R_38_every_deadline_says_why_this_date_in_both_languages() {
        var state = questioned().state;
        assertThat(ADMINISTRATIVE.why(state, CASE, Locale.ENGLISH))
                .anySatisfy(line -> assertThat(line).contains("PSAPL25 art 118"));
        assertThat(ADMINISTRATIVE.why(state, CASE, Locale.CHINESE))
                .isNotEmpty()
                .anySatisfy(line -> assertThat(line).contains("办案期限"));
    }

    @Test
    void a_case_follows_the_version_in_force_when_it_was_filed_and_the_choice_says_why() {
        var library = new PackLibrary(List.of(
                Packs.get("cn-administrative-2012"), Packs.get("cn-administrative-2025"), Packs.get("cn-mediation")));
        var filed = Map.of(VersionRule.By.FILING, LocalDate.of(2025, 12, 20));
        assertThat(library.choose("cn-administrative", filed))
                .hasValueSatisfying(choice -> assertThat(choice.toString())
                        .isEqualTo("cn-administrative-2012 by the date of filing 2025-12-20"
                                + " (PSAPL25 art 144; APL21 art 37)"));
        assertThat(library.choose("cn-administrative", Map.of(VersionRule.By.FILING, LocalDate.of(2026, 1, 1))))
                .map(VersionChoice::pack)
                .hasValueSatisfying(pack -> assertThat(pack.value()).isEqualTo("cn-administrative-2025"));
        assertThat(library.choose("cn-administrative", Map.of(VersionRule.By.FILING, LocalDate.of(2020, 1, 1))))
                .isEmpty();
    }

    @Test
    void no_two_versions_of_a_family_are_in_force_on_one_day() {
        var pack = Packs.get("cn-administrative-2025");
        var twin = Packs.get("cn-administrative-2025");
        assertThat(new PackLibrary(List.of(pack, twin)).packs()).hasSize(1);
    }
}
