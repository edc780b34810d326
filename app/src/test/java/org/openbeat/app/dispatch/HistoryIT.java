package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.purpose.Purpose;
import org.openbeat.app.access.purpose.PurposeKind;
import org.openbeat.app.access.purpose.Purposes;
import org.openbeat.app.dispatch.board.IncidentSearch;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.kernel.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Fifty thousand incidents: what is asked stays as quick as with five thousand. */
@OpenbeatTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HistoryIT {
    private static final List<IncidentSearch> QUESTIONS = List.of(
            new IncidentSearch("", null, 1, 50),
            new IncidentSearch("", "closed", 10, 50),
            new IncidentSearch("noise market", null, 1, 50),
            new IncidentSearch("rareword49999", null, 1, 50),
            new IncidentSearch("噪音", null, 1, 50),
            new IncidentSearch("桥头打架", null, 1, 50),
            new IncidentSearch("777", null, 1, 50),
            new IncidentSearch("2019-06-01/77", null, 1, 50));

    @Autowired
    Dispatch dispatch;

    @Autowired
    Purposes purposes;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Room room;

    @BeforeAll
    void fill() {
        room = new Room(dispatch);
        add(1, 50_000);
        stateAPurpose();
    }

    private void add(int from, int to) {
        jdbc.sql("""
                        insert into dispatch.incident (id, day, day_number, number, agency, status, type, priority,
                            summary, location_text, latitude, longitude, location_trust, zone, opened_at,
                            last_contact_at, closed_at, disposition)
                        select gen_random_uuid(), day, number, day || '/' || number, :agency, 'CLOSED', 'noise', 4,
                            'Noise 噪音 rareword' || n, 'Market ' || (n % 97), 40, -83, 'EXACT', 'UTC', at, at, at,
                            'settled'
                        from (select n, date '2019-01-01' + n / 100 as day, n % 100 as number,
                                timestamptz '2019-01-01 00:00:00Z' + n * interval '15 minutes' as at
                            from generate_series(:from, :to) n) made""")
                .param("agency", room.agency.value())
                .param("from", from)
                .param("to", to)
                .update();
        jdbc.sql("analyze dispatch.incident").update();
    }

    /** Closed incidents are searched by words for the work on an open one. */
    private void stateAPurpose() {
        jdbc.sql("""
                        insert into dispatch.incident (id, day, day_number, number, agency, status, type, priority,
                            summary, location_text, latitude, longitude, location_trust, zone, opened_at, last_contact_at)
                        values (gen_random_uuid(), '2019-01-01', 999999, '2019-01-01/999999', :agency, 'WAITING', 'fight',
                            2, '', 'Here', 40, -83, 'EXACT', 'UTC', '2019-01-01Z', '2019-01-01Z')""").param("agency", room.agency.value()).update();
        var wanted =
                new Purpose.Covered(new Subject("incident", UUID.randomUUID().toString()), "2019-06-01/77");
        purposes.state(room.dispatcher, PurposeKind.INCIDENT, "2019-01-01/999999", wanted);
    }

    @Test
    void without_a_purpose_words_find_no_closed_incident_and_a_number_shows_only_what_is_needed_to_choose() {
        var other = room.staff(Role.DISPATCHER);
        assertThat(dispatch.history(other, new IncidentSearch("rareword49999", null, 1, 20))
                        .total())
                .isZero();
        var row = dispatch.history(other, new IncidentSearch("2019-06-01/77", null, 1, 20))
                .items()
                .getFirst();
        assertThat(row.type()).isEqualTo("noise");
        assertThat(row.summary() + row.locationText()).isEmpty();
        assertThat(row.point()).isNull();
    }

    @AfterAll
    void empty() {
        jdbc.sql("delete from dispatch.incident where agency = :agency")
                .param("agency", room.agency.value())
                .update();
        jdbc.sql("analyze dispatch.incident").update();
    }

    /** Time depends on the machine, and rows that are read do not: a tenfold history must not mean tenfold reading. */
    @Test
    void R85_no_question_to_fifty_thousand_incidents_reads_more_than_a_few_pages_of_them() {
        for (var question : QUESTIONS) {
            dispatch.history(room.dispatcher, question);
            var read = transaction.execute(status -> {
                long before = rowsRead();
                dispatch.history(room.dispatcher, question);
                return rowsRead() - before;
            });
            assertThat(read).as("rows read for %s", question).isLessThan(5_000);
        }
    }

    private long rowsRead() {
        return jdbc.sql("""
                        select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0)
                        from pg_stat_xact_user_tables where schemaname = 'dispatch' and relname = 'incident'""").query(Long.class).single();
    }

    @Test
    void a_number_a_word_and_the_beginning_of_a_word_are_found_in_both_languages() {
        assertThat(found("rareword4999")).isGreaterThanOrEqualTo(11);
        assertThat(found("rareword49999 noise")).isEqualTo(1);
        assertThat(found("2019-06-01/77")).isEqualTo(1);
        assertThat(found("噪音")).isEqualTo(1000);
        assertThat(found("音")).isEqualTo(1000);
        assertThat(found("音噪")).isZero();
        assertThat(found("nothing like it")).isZero();
        assertThat(found("' & | ! ( ) : *")).isZero();
        assertThat(found("100%_\\")).isZero();
    }

    private long found(String text) {
        return dispatch.history(room.dispatcher, new IncidentSearch(text, null, 1, 20))
                .total();
    }
}
