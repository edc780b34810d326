package org.openbeat.app.ledger.rows;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@OpenbeatTest
class RecordedTablesIT {

    @Autowired
    JdbcTables tables;

    @Autowired
    JdbcClient jdbc;

    @Test
    void every_table_is_recorded_row_by_row_or_excused_with_a_reason() {
        for (var table : tables.all()) {
            var reason = UnrecordedTables.REASONS.get(table.name());
            if (reason == null) {
                assertThat(table.key())
                        .as("%s has a primary key, or an excuse in UnrecordedTables", table.name())
                        .isNotEmpty();
                assertThat(table.watched()).as(table.name()).isTrue();
                assertThat(tables.known()).containsKey(table.name());
            } else {
                assertThat(reason).as("the reason of %s", table.name()).hasSizeGreaterThan(10);
                assertThat(table.watched()).as(table.name()).isFalse();
            }
        }
    }

    @Test
    void no_excuse_outlives_its_table() {
        var names = tables.all().stream().map(RecordedTable::name).collect(Collectors.toSet());
        assertThat(names).containsAll(UnrecordedTables.REASONS.keySet());
        assertThat(names).containsAll(UnrecordedTables.CONDITIONS.keySet());
    }
}
