/** Rank 2: who you are and what you may do. Every module asks it; it knows none of them. */
@NullMarked
@ApplicationModule(
        displayName = "Access",
        allowedDependencies = {"kernel", "database", "web"})
package org.openbeat.app.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
