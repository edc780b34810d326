/** Rank 3: the transparency log of every act. It hears every module and knows none. */
@NullMarked
@ApplicationModule(
        displayName = "Ledger",
        allowedDependencies = {"kernel", "database", "access", "web"})
package org.openbeat.app.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
