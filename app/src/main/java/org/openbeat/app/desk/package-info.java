/** Rank 4: the public counter. Reports, their answers, surveys; Open311. */
@NullMarked
@ApplicationModule(
        displayName = "Desk",
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
            "access :: approval",
            "retention",
            "retention :: events",
            "retention :: spi"
        })
package org.openbeat.app.desk;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
