/** What the oversight body did that must be provable. */
@NullMarked
@NamedInterface("events")
package org.openbeat.app.oversight.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
