/** Rank 3: how long what is kept, what is held, and how it is erased. It knows no module that keeps anything. */
@NullMarked
@ApplicationModule(
        displayName = "Retention",
        allowedDependencies = {"kernel", "database", "access", "access :: approval", "access :: events", "web"})
package org.openbeat.app.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
