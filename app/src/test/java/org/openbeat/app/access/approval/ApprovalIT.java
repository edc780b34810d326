package org.openbeat.app.access.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.TestBrowser;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.access.Opening;
import org.openbeat.app.access.StaffAccounts;
import org.openbeat.app.access.events.AccountId;
import org.openbeat.app.access.events.ProposalId;
import org.openbeat.app.database.WiderScope;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OpenbeatTest
class ApprovalIT {
    private static final String PASSWORD = "lantern otter quilt";
    private static final String WHY = "Takes over the room from Monday";

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    StaffAccounts accounts;

    @Autowired
    Approvals approvals;

    @Autowired
    Proposals proposals;

    @Autowired
    SecondPerson second;

    @Autowired
    WiderScope scope;

    @Autowired
    ApprovalSettings settings;

    @Autowired
    Identifiers identifiers;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final AgencyId town = new AgencyId("pair-" + UUID.randomUUID());

    @BeforeEach
    void makeTown() {
        access.addAgency(Actor.SYSTEM, town, "A made-up town of two persons", null);
    }

    private Actor staff(String name, Role... roles) {
        return access.openAccount(
                Actor.SYSTEM,
                new NewAccount(name + "." + UUID.randomUUID(), "Made Up " + name, PASSWORD, town, Set.of(roles)));
    }

    private static AccountId id(Actor actor) {
        return AccountId.of(actor.id());
    }

    private Set<Role> rolesOf(Actor actor) {
        return proposals.staff(id(actor)).orElseThrow().roles();
    }

    private ProposalId proposed(Actor by, Actor about, Role... roles) {
        return accounts.change(by, id(about), about.name(), town, Set.of(roles), WHY)
                .orElseThrow();
    }

    private long steps(ProposalId id, String action) {
        return jdbc.sql("select count(*) from ledger.entry where subject_id = :id and action = :action")
                .param("id", id.toString())
                .param("action", action)
                .query(Long.class)
                .single();
    }

    @Test
    void nothing_happens_until_another_person_has_approved_and_then_it_happens_at_once() {
        var one = staff("one", Role.ADMINISTRATOR);
        var two = staff("two", Role.ADMINISTRATOR);
        var officer = staff("officer", Role.DISPATCHER);
        var proposal = proposed(one, officer, Role.COMMANDER);
        assertThat(rolesOf(officer)).containsExactly(Role.DISPATCHER);
        approvals.approve(two, proposal);
        assertThat(rolesOf(officer)).containsExactly(Role.COMMANDER);
        assertThat(steps(proposal, "access.act-proposed")).isEqualTo(1);
        assertThat(steps(proposal, "access.act-approved")).isEqualTo(1);
    }

    @Test
    void nobody_approves_their_own_proposal_or_what_concerns_them() {
        var one = staff("one", Role.ADMINISTRATOR);
        var concerned = staff("concerned", Role.ADMINISTRATOR);
        var proposal = proposed(one, concerned, Role.ADMINISTRATOR, Role.COMMANDER);
        assertThatThrownBy(() -> approvals.approve(one, proposal)).hasMessage("approval-own");
        assertThatThrownBy(() -> approvals.approve(concerned, proposal)).hasMessage("approval-concerned");
        assertThatThrownBy(() -> approvals.refuse(concerned, proposal, "No")).hasMessage("approval-concerned");
        assertThat(rolesOf(concerned)).containsExactly(Role.ADMINISTRATOR);
    }

    @Test
    void roles_count_as_they_are_at_the_approval() {
        var one = staff("one", Role.ADMINISTRATOR);
        var two = staff("two", Role.ADMINISTRATOR);
        var three = staff("three", Role.ADMINISTRATOR);
        var officer = staff("officer", Role.DISPATCHER);
        var proposal = proposed(one, officer, Role.COMMANDER);
        approvals.approve(three, proposed(one, two, Role.ANALYST));
        assertThatThrownBy(() -> approvals.approve(two, proposal))
                .as("an actor as it was read before the change")
                .hasMessage("approval-not-yours");
        approvals.approve(two(three), proposed(three, one, Role.ANALYST));
        assertThatThrownBy(() -> approvals.approve(three, proposal)).hasMessage("approval-proposer-gone");
    }

    /** One more administrator, so that the first can lose the role. */
    private Actor two(Actor unlike) {
        var fresh = staff("fresh", Role.ADMINISTRATOR);
        assertThat(fresh.id()).isNotEqualTo(unlike.id());
        return fresh;
    }

    @Test
    void who_could_sign_in_as_the_other_makes_no_second_person_of_them() {
        var one = staff("one", Role.ADMINISTRATOR);
        var two = staff("two", Role.ADMINISTRATOR);
        var officer = staff("officer", Role.DISPATCHER);
        var proposal = proposed(one, officer, Role.COMMANDER);
        jdbc.sql("update access.account set must_change_password = true where id = :id")
                .param("id", id(two).value())
                .update(); // As before the first sign-in.
        accounts.resetPassword(one, id(two));
        assertThatThrownBy(() -> approvals.approve(two, proposal)).hasMessage("approval-too-close");
        var back = staff("other", Role.DISPATCHER);
        var reverse = proposed(two, back, Role.COMMANDER);
        assertThatThrownBy(() -> approvals.approve(one, reverse)).hasMessage("approval-too-close");
    }

    @Test
    void an_act_whose_ground_has_changed_is_proposed_anew() {
        var one = staff("one", Role.ADMINISTRATOR);
        var two = staff("two", Role.ADMINISTRATOR);
        var officer = staff("officer", Role.DISPATCHER);
        var proposal = proposed(one, officer, Role.COMMANDER);
        accounts.close(two, id(officer), "");
        assertThatThrownBy(() -> approvals.approve(two, proposal)).hasMessage("approval-outdated");
    }

    @Test
    void two_who_approve_at_once_and_one_who_clicks_twice_execute_it_once() throws Exception {
        var one = staff("one", Role.ADMINISTRATOR);
        var officer = staff("officer", Role.DISPATCHER);
        var proposal = proposed(one, officer, Role.COMMANDER);
        var approvers =
                List.of(staff("a", Role.ADMINISTRATOR), staff("b", Role.ADMINISTRATOR), staff("c", Role.COMMANDER));
        var tries = new ArrayList<Callable<String>>();
        for (int i = 0; i < 12; i++) {
            var approver = approvers.get(i % 3);
            tries.add(() -> tried(approver, proposal));
        }
        try (var pool = Executors.newFixedThreadPool(12)) {
            var outcomes = new ArrayList<String>();
            for (var result : pool.invokeAll(tries)) {
                outcomes.add(result.get());
            }
            assertThat(outcomes).containsOnly("done", "approval-decided");
            assertThat(outcomes.stream().filter("done"::equals))
                    .as("one person, every click")
                    .hasSize(4);
        }
        assertThat(steps(proposal, "access.act-approved")).isEqualTo(1);
        assertThat(jdbc.sql("""
                        select count(*) from ledger.entry
                        where subject_id = :id and action = 'access.account-changed'""").param("id", officer.id()).query(Long.class).single())
                .isEqualTo(1);
    }

    private String tried(Actor approver, ProposalId proposal) {
        try {
            approvals.approve(approver, proposal);
            return "done";
        } catch (Refusal refusal) {
            return refusal.type();
        }
    }

    @Test
    void time_ends_a_proposal_and_it_can_be_made_again() {
        var one = staff("one", Role.ADMINISTRATOR);
        var two = staff("two", Role.ADMINISTRATOR);
        var officer = staff("officer", Role.DISPATCHER);
        var proposal = proposed(one, officer, Role.COMMANDER);
        assertThatThrownBy(() -> proposed(two, officer, Role.ANALYST)).hasMessage("approval-open-already");
        var later = at(Duration.ofHours(72));
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> later.approve(two, proposal)))
                .hasMessage("approval-expired");
        transaction.executeWithoutResult(status -> later.expire());
        assertThat(approvals.get(one, proposal).status()).isEqualTo(Proposal.Status.EXPIRED);
        assertThat(steps(proposal, "access.act-expired")).isEqualTo(1);
        assertThatThrownBy(() -> approvals.approve(two, proposal)).hasMessage("approval-expired");
        approvals.withdraw(one, proposed(one, officer, Role.COMMANDER));
    }

    /** The same mechanism some time from now; its events come out of order with nobody else's. */
    private Approvals at(Duration fromNow) {
        return new Approvals(proposals, second, scope, settings, identifiers, events, Clock.offset(clock, fromNow));
    }

    @Test
    void it_is_refused_with_a_reason_or_taken_back_by_its_proposer_alone() {
        var one = staff("one", Role.ADMINISTRATOR);
        var two = staff("two", Role.ADMINISTRATOR);
        var officer = staff("officer", Role.DISPATCHER);
        var proposal = proposed(one, officer, Role.COMMANDER);
        assertThatThrownBy(() -> approvals.refuse(two, proposal, " ")).hasMessage("reason-missing");
        assertThatThrownBy(() -> approvals.withdraw(two, proposal)).hasMessage("approval-not-yours");
        approvals.refuse(two, proposal, "Not trained yet");
        assertThat(approvals.get(one, proposal).decision())
                .satisfies(decision -> assertThat(decision).hasFieldOrPropertyWithValue("reason", "Not trained yet"));
        assertThatThrownBy(() -> approvals.approve(two, proposal)).hasMessage("approval-decided");
        var again = proposed(one, officer, Role.COMMANDER);
        approvals.withdraw(one, again);
        assertThatThrownBy(() -> approvals.approve(two, again)).hasMessage("approval-decided");
        assertThat(rolesOf(officer)).containsExactly(Role.DISPATCHER);
    }

    @Test
    void a_fresh_installation_gets_its_second_administrator_and_oversight_can_see_how() {
        var first = staff("first", Role.ADMINISTRATOR);
        var opening = accounts.open(
                first, "second." + UUID.randomUUID(), "Made Up Second", town, Set.of(Role.ADMINISTRATOR), "");
        assertThat(opening).isInstanceOf(Opening.Opened.class);
        var oversight = staff("oversight", Role.OVERSIGHT);
        assertThat(approvals.visible(oversight))
                .singleElement()
                .satisfies(alone -> assertThat(alone.status()).isEqualTo(Proposal.Status.ALONE))
                .satisfies(alone ->
                        assertThat(steps(alone.id(), "access.act-done-alone")).isEqualTo(1));
        var third = accounts.open(
                first, "third." + UUID.randomUUID(), "Made Up Third", town, Set.of(Role.OVERSIGHT), "An election");
        assertThat(third).as("from the second administrator on").isInstanceOf(Opening.Proposed.class);
    }

    @Test
    void nobody_gets_alone_by_closing_the_others() {
        var one = staff("one", Role.ADMINISTRATOR);
        var two = staff("two", Role.ADMINISTRATOR);
        assertThatThrownBy(() -> accounts.close(one, id(two), "")).hasMessage("reason-missing");
        var closing = accounts.close(one, id(two), "Has left").orElseThrow();
        assertThat(proposals.staff(id(two))).isPresent();
        assertThatThrownBy(() -> approvals.approve(two, closing)).hasMessage("approval-concerned");
        approvals.approve(staff("chief", Role.COMMANDER), closing);
        assertThat(proposals.staff(id(two))).isEmpty();
    }

    @Test
    void another_agency_and_other_roles_neither_see_nor_decide() {
        var one = staff("one", Role.ADMINISTRATOR);
        var officer = staff("officer", Role.DISPATCHER);
        var proposal = proposed(one, officer, Role.COMMANDER);
        var elsewhere = new AgencyId("pair-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, elsewhere, "Another made-up town", null);
        var foreign = access.openAccount(
                Actor.SYSTEM,
                new NewAccount("far." + UUID.randomUUID(), "Far Away", PASSWORD, elsewhere, Set.of(Role.values())));
        assertThatThrownBy(() -> approvals.get(foreign, proposal)).hasMessage("not-found");
        assertThatThrownBy(() -> approvals.approve(foreign, proposal)).hasMessage("approval-not-yours");
        assertThat(approvals.visible(foreign)).extracting(Proposal::id).doesNotContain(proposal);
        assertThatThrownBy(() -> approvals.get(staff("analyst", Role.ANALYST), proposal))
                .hasMessage("not-found");
    }

    @Test
    void the_pages_show_what_would_happen_and_take_the_decision() {
        var one = "one." + UUID.randomUUID();
        var two = "two." + UUID.randomUUID();
        for (var name : List.of(one, two)) {
            var account = new NewAccount(name, "Made Up Admin", PASSWORD, town, Set.of(Role.ADMINISTRATOR));
            access.openAccount(Actor.SYSTEM, account);
        }
        var officer = staff("officer", Role.DISPATCHER);
        var asking = new TestBrowser(port);
        asking.signIn(one, PASSWORD);
        var path = "/admin/accounts/" + officer.id();
        var form = Map.of("name", officer.name(), "agency", town.value(), "roles", "COMMANDER");
        assertThat(Jsoup.parse(asking.post(path, form).body())
                        .select(".govuk-error-summary a")
                        .attr("href"))
                .isEqualTo("#reason");
        var withReason = new java.util.HashMap<>(form);
        withReason.put("reason", WHY);
        var proposal = TestBrowser.target(asking.post(path, withReason));
        assertThat(asking.page(proposal).text()).contains("Another person must approve it", "Take it back");
        var deciding = new TestBrowser(port);
        deciding.signIn(two, PASSWORD);
        assertThat(deciding.page("/approvals").select(".ob-cards").first().html())
                .contains(proposal);
        assertThat(deciding.page(proposal).text())
                .contains("Roles now: Dispatcher", "Roles then: Commander", WHY, "Void if not decided by");
        deciding.post(proposal + "/approve", Map.of());
        assertThat(deciding.page(proposal).text()).contains("Approved and done", "Decided by");
        assertThat(rolesOf(officer)).containsExactly(Role.COMMANDER);
    }
}
