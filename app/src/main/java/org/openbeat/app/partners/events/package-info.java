/** What was decided about partners. */
@NullMarked
@NamedInterface("events")
package org.openbeat.app.partners.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
