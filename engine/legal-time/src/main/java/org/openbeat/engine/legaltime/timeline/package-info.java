/**
 * A derivation as a picture.
 */
@NullMarked
package org.openbeat.engine.legaltime.timeline;

import org.jspecify.annotations.NullMarked;
