package org.openbeat.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;

/** To whom a report is limited, and that whoever loses it loses it at once. */
@OpenbeatTest
class SharedReportIT {

    @Autowired
    Desk desk;

    @Autowired
    PublicReports publicly;

    @Autowired
    Access access;

    private Accepted send() {
        var where = new Whereabouts(
                "12 Mill Lane", new GeoPoint(40.00021, -83.00037), Whereabouts.Source.ADDRESS, false, null);
        var accepted = desk.submit(
                Actor.RESIDENT,
                NewReport.of("street-light", "The lamp of " + UUID.randomUUID(), where, Channel.WEB),
                new SubmissionKey(UUID.randomUUID().toString()));
        return accepted;
    }

    private Actor person(String userName, AgencyId agency, Role... roles) {
        if (access.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
            access.addAgency(Actor.SYSTEM, agency, "Made Up", null);
        }
        return access.openAccount(Actor.SYSTEM, new NewAccount(userName, "Made Up", "secret", agency, Set.of(roles)));
    }

    private boolean finds(Actor reader, Accepted report) {
        var search = new Worklist.Search(Worklist.Which.OPEN, report.reference().value(), null, List.of(), true, null);
        var inList = desk.list(reader, search).lines().stream()
                .anyMatch(line -> line.reference().equals(report.reference()));
        assertThat(desk.find(reader, report.reference()).isPresent())
                .as("list and page say the same")
                .isEqualTo(inList);
        return inList;
    }

    @Test
    void R67_a_report_can_be_limited_to_named_people_by_the_head() {
        var report = send();
        var name = "named." + UUID.randomUUID();
        var named = person(name, report.agency(), Role.CALL_TAKER);
        var colleague = person("other." + UUID.randomUUID(), report.agency(), Role.COMMANDER, Role.CALL_TAKER);
        var head = person("head." + UUID.randomUUID(), report.agency(), Role.STATION_CHIEF);
        var restrict = new Change.Restrict(List.of(name), "A neighbour works here");
        assertThatThrownBy(() -> desk.change(named, report.report(), restrict))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("report-shared-only"));
        assertThat(finds(colleague, report)).isTrue();

        desk.change(head, report.report(), restrict);

        assertThat(finds(named, report)).isTrue();
        assertThat(finds(head, report)).isTrue();
        assertThat(finds(colleague, report)).isFalse();
        desk.change(head, report.report(), new Change.Restrict(null, "It is over"));
        assertThat(finds(colleague, report)).isTrue();
    }

    @Test
    void R72_a_report_that_is_limited_is_lost_at_once_by_followers_and_public_lists_and_never_by_its_sender() {
        var report = send();
        var head = person("head." + UUID.randomUUID(), report.agency(), Role.STATION_CHIEF);
        var follower = desk.follow(Actor.RESIDENT, report.report());
        assertThat(desk.track(follower)).isPresent();
        assertThat(publicly.find(report.reference())).isPresent();

        desk.change(head, report.report(), new Change.Restrict(List.of(), "Somebody was threatened"));

        assertThat(desk.track(follower)).isEmpty();
        assertThat(publicly.find(report.reference())).isEmpty();
        assertThat(desk.track(report.link()).orElseThrow().entries())
                .as("that it is limited, and why, is between the staff")
                .isEmpty();
    }

    @Test
    void R72_a_follower_loses_a_report_whose_new_category_is_none_of_the_neighbours_business() {
        var report = send();
        var officer = person("o." + UUID.randomUUID(), report.agency(), Role.COMMANDER, Role.COMMUNITY_OFFICER);
        var follower = desk.follow(Actor.RESIDENT, report.report());
        desk.change(officer, report.report(), new Change.Recategorise("lost-property"));
        assertThat(desk.track(follower)).isEmpty();
    }
}
