/**
 * Which days are working days, by the tables that an authority published and the closings of a place.
 */
@NullMarked
package org.openbeat.engine.legaltime.calendar;

import org.jspecify.annotations.NullMarked;
