/**
 * What comes of several clocks or measures together: reviews, windows, totals of liberty, days that count already.
 */
@NullMarked
package org.openbeat.engine.legaltime.combined;

import org.jspecify.annotations.NullMarked;
