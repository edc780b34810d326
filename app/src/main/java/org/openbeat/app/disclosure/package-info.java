/** Rank 9: what the public may know. */
@NullMarked
@ApplicationModule(
        displayName = "Disclosure",
        allowedDependencies = {
            "kernel",
            "access",
            "web",
            "places",
            "ledger",
            "desk",
            "desk :: events",
            "desk :: officer",
            "desk :: survey",
            "dispatch :: events"
        })
package org.openbeat.app.disclosure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
