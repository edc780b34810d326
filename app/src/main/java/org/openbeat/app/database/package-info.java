/** Rank 0: one PostgreSQL, embedded and made durable, or the operator's own; and each module's migrations. */
@NullMarked
@ApplicationModule(displayName = "Database", allowedDependencies = "kernel")
package org.openbeat.app.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
