/** Rank 5: from a call to a closed incident. */
@NullMarked
@ApplicationModule(
        displayName = "Dispatch",
        allowedDependencies = {
            "kernel",
            "database",
            "access",
            "access :: events",
            "access :: policy",
            "access :: purpose",
            "web",
            "places",
            "ledger",
            "desk :: events",
            "desk :: spi",
            "retention :: spi"
        })
package org.openbeat.app.dispatch;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
