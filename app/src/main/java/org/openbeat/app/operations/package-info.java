/** Rank 1: what an operator's tools need of the process: that it is ready, one-off commands, a quick start. */
@NullMarked
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {"kernel", "database"})
package org.openbeat.app.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
