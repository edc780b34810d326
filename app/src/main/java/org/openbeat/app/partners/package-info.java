/**
 * Rank 6: the systems of other organisations that work with us: their keys, what is told to each, and how it gets there.
 * It hears what happens in dispatch and says on what the policy shares with the partner's agency.
 */
@NullMarked
@ApplicationModule(
        displayName = "Partners",
        allowedDependencies = {
            "kernel",
            "database",
            "access",
            "web",
            "dispatch",
            "dispatch :: eido",
            "dispatch :: events"
        })
package org.openbeat.app.partners;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
