package org.openbeat.app.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.springframework.beans.factory.annotation.Autowired;

/** Runs last: what all tests before it did, thousands of acts of every module, is one ledger that holds. */
@OpenbeatTest
@Order(Integer.MAX_VALUE)
class EveryTestsLedgerIT {

    @Autowired
    Ledger ledger;

    @Autowired
    Sequencer sequencer;

    @Test
    void the_ledger_of_all_tests_together_holds() throws InterruptedException {
        assertThat(sequencer.awaitPlaced(Duration.ofMinutes(1))).isTrue();
        assertThat(Checked.faults(ledger)).isEmpty();
    }
}
