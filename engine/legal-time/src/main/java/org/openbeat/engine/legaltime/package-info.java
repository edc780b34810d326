/**
 * Legal time: when a period of the law ends, and why on this date. {@link org.openbeat.engine.legaltime.Reckoner} is
 * the way in. It reads no system clock and no default zone: instants, zones and calendars are handed in.
 */
@NullMarked
package org.openbeat.engine.legaltime;

import org.jspecify.annotations.NullMarked;
