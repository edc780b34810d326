/** What places tell: a map or new boundaries were taken over. */
@NullMarked
@NamedInterface("events")
package org.openbeat.app.places.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
