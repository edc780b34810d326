/** What dispatch announces, and the ids it announces it with. */
@NullMarked
@NamedInterface("events")
package org.openbeat.app.dispatch.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
