package org.openbeat.app.access.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.openbeat.app.WrittenPage;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.openbeat.app.kernel.Role;

/** The policy table, tried line by line and written down for readers. */
class PolicyTest {
    private static final AgencyId CITY = new AgencyId("city");
    private static final AgencyId NORTH = new AgencyId("city/north");
    private static final AgencyId NORTHERN = new AgencyId("city/northern");
    private static final AgencyId DESK = new AgencyId("city/north/desk");
    private static final AgencyId ELSEWHERE = new AgencyId("elsewhere");
    private static final BeatCode N1 = new BeatCode("N1");

    private static Viewer viewer(AgencyId agency, Role... roles) {
        return new Viewer(Actor.staff("me", "Made Up", agency, Set.of(roles)), Set.of());
    }

    private static Item report(AgencyId agency) {
        return Item.of(Kind.REPORT, agency);
    }

    private static Item restricted(Kind kind, AgencyId agency, String... named) {
        return new Item(kind, agency, null, Set.of(), Set.of(), Set.of(named), Set.of());
    }

    private static boolean reads(Viewer viewer, Item item) {
        return Policy.allows(viewer, Act.READ, item);
    }

    @Test
    void the_tree_of_agencies_counts_by_its_levels_and_never_by_the_beginning_of_a_name() {
        assertThat(reads(viewer(NORTH, Role.DISPATCHER), report(NORTH))).isTrue();
        assertThat(reads(viewer(CITY, Role.DISPATCHER), report(DESK))).isTrue();
        assertThat(reads(viewer(NORTH, Role.DISPATCHER), report(NORTHERN))).isFalse();
        assertThat(reads(viewer(NORTH, Role.DISPATCHER), report(CITY))).isFalse();
        assertThat(reads(viewer(NORTH, Role.DISPATCHER), Item.of(Kind.INCIDENT, CITY)))
                .as("whoever must answer sees what the parent opened (R-21)")
                .isTrue();
        assertThat(reads(viewer(NORTH, Role.DISPATCHER), Item.of(Kind.INCIDENT, ELSEWHERE)))
                .isFalse();
    }

    @Test
    void nobody_without_a_role_an_agency_or_an_account_may_do_anything() {
        for (var act : Act.values()) {
            for (var kind : Kind.values()) {
                var item = Item.of(kind, CITY);
                assertThat(Policy.allows(viewer(CITY), act, item)).isFalse();
                assertThat(Policy.allows(Viewer.of(Actor.RESIDENT), act, item)).isFalse();
                assertThat(Policy.allows(Viewer.of(Actor.partner("made-up", CITY)), act, item))
                        .isEqualTo(kind == Kind.INCIDENT && act == Act.READ);
                assertThat(Policy.allows(viewer(CITY, Role.ADMINISTRATOR, Role.ANALYST), act, item))
                        .isFalse();
                if (kind != Kind.COMPLAINT) {
                    assertThat(Policy.allows(viewer(CITY, Role.OVERSIGHT), act, item))
                            .isFalse();
                }
                assertThat(Policy.scope(viewer(CITY), act, kind)).isEqualTo(Scope.NOTHING);
            }
        }
    }

    @Test
    void a_partner_reads_incidents_of_its_agency_and_those_shared_with_it_and_does_nothing_else() {
        var partner = Viewer.of(Actor.partner("made-up", ELSEWHERE));
        var shared = new Item(Kind.INCIDENT, NORTH, null, Set.of(), Set.of(ELSEWHERE), null, Set.of());
        for (var act : Act.values()) {
            assertThat(Policy.allows(partner, act, shared)).isEqualTo(act == Act.READ);
            assertThat(Policy.allows(partner, act, shared.as(Kind.REPORT))).isFalse();
            assertThat(Policy.allows(partner, act, Item.of(Kind.INCIDENT, NORTH)))
                    .isFalse();
            assertThat(Policy.allows(partner, act, restricted(Kind.INCIDENT, ELSEWHERE, "made-up")))
                    .isFalse();
        }
    }

    @Test
    void a_complaint_about_an_officer_is_for_oversight_alone_wherever_and_for_nobody_of_the_line() {
        var complaint = Item.of(Kind.COMPLAINT, NORTH);
        assertThat(reads(viewer(ELSEWHERE, Role.OVERSIGHT), complaint)).isTrue();
        for (var role : Role.values()) {
            assertThat(reads(viewer(CITY, role), complaint)).isEqualTo(role == Role.OVERSIGHT);
        }
    }

    @Test
    void the_officer_of_a_beat_reads_what_lies_in_it_whoever_is_responsible() {
        var inMyBeat = new Item(Kind.REPORT, ELSEWHERE, N1, Set.of(), Set.of(), null, Set.of());
        var officer = new Viewer(Actor.staff("me", "Made Up", NORTH, Set.of(Role.COMMUNITY_OFFICER)), Set.of(N1));
        assertThat(reads(officer, inMyBeat)).isTrue();
        assertThat(Policy.allows(officer, Act.HAND_OVER, inMyBeat)).isFalse();
        assertThat(reads(viewer(NORTH, Role.COMMUNITY_OFFICER), inMyBeat)).isFalse();
    }

    @Test
    void a_sensitive_sort_is_kept_from_roles_that_it_is_not_for() {
        var sensitive = new Item(Kind.REPORT, NORTH, null, Set.of("me"), Set.of(), null, Set.of(Role.COMMANDER));
        assertThat(reads(viewer(NORTH, Role.CALL_TAKER), sensitive)).isFalse();
        assertThat(reads(viewer(NORTH, Role.CALL_TAKER, Role.COMMANDER), sensitive))
                .isTrue();
    }

    @Test
    void R22_a_recipient_by_sharing_reads_and_can_never_share_onward() {
        for (var kind : List.of(Kind.REPORT, Kind.INCIDENT)) {
            var shared = new Item(kind, ELSEWHERE, null, Set.of(), Set.of(NORTH), null, Set.of());
            for (var reader : List.of(viewer(NORTH, Role.values()), viewer(CITY, Role.values()))) {
                assertThat(reads(reader, shared)).isTrue();
                assertThat(Policy.allows(reader, Act.HAND_OVER, shared)).isFalse();
                assertThat(Policy.allows(reader, Act.RESTRICT, shared)).isFalse();
            }
        }
    }

    @Test
    void R67_an_item_limited_to_named_people_is_closed_to_everyone_else_however_high() {
        for (var kind : List.of(Kind.REPORT, Kind.INCIDENT)) {
            var others = restricted(kind, NORTH, "somebody-else");
            for (var act : Act.values()) {
                assertThat(Policy.allows(viewer(CITY, Role.values()), act, others))
                        .isFalse();
                assertThat(Policy.allows(viewer(NORTH, Role.values()), act, others))
                        .isFalse();
            }
            assertThat(reads(viewer(NORTH, Role.CALL_TAKER), restricted(kind, NORTH, "me")))
                    .isTrue();
        }
    }

    /** Every line against an item that stands in exactly one relation: granted if and only if some line says so. */
    @TestFactory
    Stream<DynamicTest> each_role_may_do_in_each_relation_what_the_table_grants_and_nothing_else() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Stream.of(Relation.values())
                        .map(relation -> DynamicTest.dynamicTest(
                                "%s %s: %d cases".formatted(kind, relation, Role.values().length * Act.values().length),
                                () -> tryEach(kind, relation))));
    }

    private static void tryEach(Kind kind, Relation relation) {
        for (var role : Role.values()) {
            for (var act : Act.values()) {
                var granted = Policy.table().stream()
                        .anyMatch(line -> line.kind() == kind
                                && line.acts().contains(act)
                                && line.roles().contains(role)
                                && (line.relations().contains(relation)
                                        || line.relations().contains(Relation.ANYWHERE)));
                assertThat(Policy.allows(standing(relation, role), act, item(kind, relation)))
                        .as("%s %s %s %s", role, act, kind, relation)
                        .isEqualTo(granted);
            }
        }
    }

    private static Viewer standing(Relation relation, Role role) {
        var beats = relation == Relation.MY_BEAT ? Set.of(N1) : Set.<BeatCode>of();
        return new Viewer(Actor.staff("me", "Made Up", NORTH, Set.of(role)), beats);
    }

    private static Item item(Kind kind, Relation relation) {
        return switch (relation) {
            case NAMED -> restricted(kind, ELSEWHERE, "me");
            case MY_ASSIGNMENT -> new Item(kind, ELSEWHERE, null, Set.of("me"), Set.of(), Set.of("other"), Set.of());
            case MY_BEAT -> new Item(kind, ELSEWHERE, N1, Set.of(), Set.of(), null, Set.of());
            case MY_AGENCY -> Item.of(kind, NORTH);
            case AGENCY_BELOW -> Item.of(kind, DESK);
            case AGENCY_ABOVE -> Item.of(kind, CITY);
            case SHARED -> new Item(kind, ELSEWHERE, null, Set.of(), Set.of(NORTH), null, Set.of());
            case ANYWHERE -> Item.of(kind, ELSEWHERE);
        };
    }

    @Test
    void the_page_of_the_policy_says_what_the_table_says() {
        var page = new StringBuilder("""
                # Who may do what with which item

                The one table `access.policy.Policy`, asked by every page, list, search, stream, file and command of the desk
                and of dispatch; `permissions.md` says who may use a route at all. What stands in no line is refused. Where
                an item is limited to named people, only the relations *named* and *my assignment* count. A category can
                limit its reports further, to some of the roles. Row-level security in the database is the second lock.
                The system of a partner organisation reads the incidents of its agency and those shared with it, unless they are
                limited to named people, and does nothing else. A test writes this page from the code.

                | Item | May | In the roles | Who stand to it as |
                | --- | --- | --- | --- |
                """);
        Policy.table()
                .forEach(line -> page.append("| %s | %s | %s | %s |%n"
                        .formatted(
                                word(line.kind()), words(line.acts()), words(line.roles()), words(line.relations()))));
        WrittenPage.mustSay("policy.md", page.toString());
    }

    private static String words(Set<? extends Enum<?>> values) {
        return values.stream()
                .sorted(java.util.Comparator.comparingInt((Enum<?> value) -> value.ordinal()))
                .map(PolicyTest::word)
                .collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
