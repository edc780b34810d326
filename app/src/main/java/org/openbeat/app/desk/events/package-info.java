/** What the desk announces, the ids it announces it with, and the facts it wants to hear of. */
@NullMarked
@NamedInterface("events")
package org.openbeat.app.desk.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
