/**
 * Top rank, and there only under the profile {@code demo}: fills an empty installation with a made-up city, its people,
 * its units and a little history, all through the same doors as everyone.
 */
@NullMarked
@ApplicationModule(displayName = "Demo")
package org.openbeat.app.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
