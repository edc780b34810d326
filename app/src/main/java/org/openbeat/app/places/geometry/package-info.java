/** Reckoning on lines and areas. */
@NullMarked
package org.openbeat.app.places.geometry;

import org.jspecify.annotations.NullMarked;
