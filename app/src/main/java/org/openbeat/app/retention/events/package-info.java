/** What happened to schedules, holds and personal data. */
@NullMarked
@NamedInterface("events")
package org.openbeat.app.retention.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
