/** Rank 9: what the oversight body sees: who reads what and why, break glass, outliers, the ledger. */
@NullMarked
@ApplicationModule(
        displayName = "Oversight",
        allowedDependencies = {
            "kernel",
            "access",
            "access :: events",
            "access :: purpose",
            "web",
            "ledger",
            "desk",
            "desk :: events"
        })
package org.openbeat.app.oversight;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
