package org.openbeat.app.dispatch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.dispatch.continuity.CardRange;
import org.openbeat.app.dispatch.continuity.PackFolder;
import org.openbeat.app.dispatch.continuity.Phone;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.IncidentStatus;
import org.openbeat.app.dispatch.incident.LogKind;
import org.openbeat.app.dispatch.unit.UnitStatus;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Refusal;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;

/** Working on paper and coming back from it. */
@OpenbeatTest
class ContinuityIT {
    @Autowired
    Dispatch dispatch;

    @Autowired
    Continuity continuity;

    @Autowired
    PackFolder folder;

    @Autowired
    Access access;

    Room room;

    @BeforeEach
    void open() {
        var agency = new AgencyId("paper-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, agency, "A made-up agency", null);
        room = new Room(dispatch, agency);
    }

    @Test
    void R27_the_pack_has_the_open_incidents_the_units_the_phone_list_and_cards_with_numbers_of_their_own()
            throws Exception {
        var incident = room.incident();
        var unit = room.unit();
        room.assign(incident, unit);
        continuity.setPhones(room.dispatcher, List.of(new Phone("Fire control room 消防", "555 0199")));

        var first = text(continuity.print(room.dispatcher, Locale.ENGLISH));
        var second = text(continuity.print(room.dispatcher, Locale.SIMPLIFIED_CHINESE));

        assertThat(first)
                .contains("1 Market Square", "555 0199", "Card 1", "Card 20")
                .doesNotContain("Card 21", "Second unit");
        assertThat(first).contains("#" + room.file(incident).row().dayNumber());
        assertThat(second).contains("卡片 21", "卡片 40").doesNotContain("卡片 20\n");
        assertThat(continuity.state(room.dispatcher, Locale.ENGLISH).next()).isEqualTo(new CardRange(41, 60));
    }

    @Test
    void R27_a_pack_lies_ready_as_a_file_that_only_the_server_may_read() throws Exception {
        room.incident();
        continuity.keepReady();
        for (var language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            var file = folder.file(room.agency, language);
            assertThat(text(Files.readAllBytes(file))).contains("1 Market Square");
            assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        }
        assertThat(continuity.state(room.dispatcher, Locale.ENGLISH).readySince())
                .isNotNull();
    }

    @Test
    void R27_a_card_keeps_the_time_of_the_event_beside_the_time_of_entry() {
        var now = room.file(room.incident()).row().openedAt();
        var came = now.minus(Duration.ofMinutes(90));
        var unit = room.unit();
        var response = new CardResponse(unit, came.plusSeconds(120), came.plusSeconds(600), came.plusSeconds(1800));

        var answer = room.perform(new Command.EnterCard(7, false, call(came), response, "settled"));

        var file = room.file(requireNonNull(answer.incident()));
        assertThat(file.row().openedAt()).isEqualTo(came);
        assertThat(file.calls()).singleElement().satisfies(call -> {
            assertThat(call.receivedAt()).isEqualTo(came);
            assertThat(call.enteredAt()).isAfterOrEqualTo(now);
        });
        assertThat(file.log())
                .filteredOn(entry -> entry.kind() == LogKind.CARD)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.happenedAt()).isEqualTo(came);
                    assertThat(entry.enteredAt()).isAfterOrEqualTo(now);
                    assertThat(entry.details()).containsEntry("card", "7");
                });
        assertThat(file.assignments()).singleElement().satisfies(assigned -> {
            assertThat(assigned.assignedAt()).isEqualTo(came.plusSeconds(120));
            assertThat(assigned.onSceneAt()).isEqualTo(came.plusSeconds(600));
            assertThat(assigned.endedAt()).isEqualTo(came.plusSeconds(1800));
        });
        assertThat(file.row().status()).isEqualTo(IncidentStatus.CLOSED);
        assertThat(room.statusOf(unit)).as("what it does now").isEqualTo(UnitStatus.AVAILABLE);
    }

    @Test
    void R27_a_call_that_still_waits_has_waited_since_it_came() {
        var came = room.file(room.incident()).row().openedAt().minus(Duration.ofHours(2));
        var answer = room.perform(new Command.EnterCard(3, false, call(came), null, null));
        var row = room.file(requireNonNull(answer.incident())).row();
        assertThat(row.status()).isEqualTo(IncidentStatus.WAITING);
        assertThat(row.waitingSince()).isEqualTo(came);
        assertThat(row.overdue()).isTrue();
    }

    @Test
    void R27_the_numbers_tell_which_cards_are_missing_and_which_were_entered_twice() {
        var now = room.file(room.incident()).row().openedAt();
        var began = now.minus(Duration.ofHours(3));
        continuity.print(room.dispatcher, Locale.ENGLISH);
        enter(1, began.plusSeconds(60), false);
        enter(2, began.plusSeconds(120), false);
        assertThatThrownBy(() -> enter(2, began.plusSeconds(180), false))
                .isInstanceOf(Refusal.class)
                .hasMessage("card-entered-already");
        enter(2, began.plusSeconds(180), true);
        enter(9, began.plusSeconds(240), false);
        continuity.setAside(room.dispatcher, 4, "Coffee");

        var outage = continuity.noteOutage(room.dispatcher, began, now.minusSeconds(1), new CardRange(1, 5));
        var found = continuity.reconcile(room.dispatcher, outage);

        assertThat(found.missing()).containsExactly(3, 5);
        assertThat(found.twice()).containsExactly(2);
        assertThat(found.foreign()).containsExactly(9);
        assertThat(found.isComplete()).isFalse();
        assertThatThrownBy(() -> continuity.setAside(room.dispatcher, 1, "Mistake"))
                .hasMessage("card-entered-already");
        assertThatThrownBy(() -> continuity.reconcile(new Room(dispatch).dispatcher, outage))
                .as("another agency's outage")
                .hasMessage("outage-not-found");
    }

    @Test
    void R27_cards_of_a_pack_that_lay_ready_count_as_out_as_soon_as_one_turns_up() {
        var came = room.file(room.incident()).row().openedAt().minusSeconds(60);
        assertThat(continuity.state(room.dispatcher, Locale.ENGLISH).next().first())
                .isEqualTo(1);
        enter(4, came, false);
        assertThat(continuity.state(room.dispatcher, Locale.ENGLISH).next().first())
                .as("no second pack has the numbers of the first")
                .isEqualTo(21);
    }

    @Test
    void R27_a_number_far_beyond_the_last_card_is_refused_and_uses_up_no_numbers() {
        var came = room.file(room.incident()).row().openedAt().minusSeconds(60);
        assertThatThrownBy(() -> enter(2001, came, false)).hasMessage("card-number-invalid");
        assertThatThrownBy(() -> continuity.setAside(room.dispatcher, 100_000_000, "Slip"))
                .hasMessage("card-number-invalid");
        assertThat(continuity.state(room.dispatcher, Locale.ENGLISH).next().first())
                .isEqualTo(1);
        continuity.setAside(room.dispatcher, 45, "Back blank");
        assertThat(continuity.state(room.dispatcher, Locale.ENGLISH).next().first())
                .as("three packs, written down as one")
                .isEqualTo(61);
    }

    @Test
    void R27_a_card_whose_times_are_out_of_order_is_refused_whole() {
        var came = room.file(room.incident()).row().openedAt().minusSeconds(600);
        var response = new CardResponse(room.unit(), came.minusSeconds(1), null, came.plusSeconds(1));
        assertThatThrownBy(() -> room.perform(new Command.EnterCard(1, false, call(came), response, null)))
                .hasMessage("card-times-out-of-order");
        assertThat(continuity.state(room.dispatcher, Locale.ENGLISH).next().first())
                .isEqualTo(1);
    }

    private IncidentId enter(int card, Instant came, boolean again) {
        return requireNonNull(room.perform(new Command.EnterCard(card, again, call(came), null, "settled"))
                .incident());
    }

    private static NewCall call(Instant came) {
        return new NewCall(
                "Ann Sample",
                "555 0100",
                "3 Market Square",
                Room.SQUARE,
                null,
                "fight",
                null,
                "Two people fought",
                null,
                null,
                came);
    }

    private static String text(byte[] pdf) throws Exception {
        var reader = new PdfReader(pdf);
        var extractor = new PdfTextExtractor(reader);
        var text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(extractor.getTextFromPage(page)).append('\n');
        }
        return text.toString();
    }
}
