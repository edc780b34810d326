/** What happened to agencies and accounts. */
@NullMarked
@NamedInterface("events")
package org.openbeat.app.access.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
