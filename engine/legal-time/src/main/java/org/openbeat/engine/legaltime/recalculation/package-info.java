/**
 * Running clocks reckoned anew when a calendar changes.
 */
@NullMarked
package org.openbeat.engine.legaltime.recalculation;

import org.jspecify.annotations.NullMarked;
