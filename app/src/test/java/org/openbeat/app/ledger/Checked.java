package org.openbeat.app.ledger;

import java.util.List;

/** What a check finds, without the rows that other tests of the same database wrote by hand and without any act. */
final class Checked {
    private Checked() {}

    static List<String> faults(Ledger ledger) {
        return ledger.verify().findings().stream()
                .filter(found -> !found.detail().equals("No act was announced for this change."))
                .map(Finding::line)
                .toList();
    }
}
