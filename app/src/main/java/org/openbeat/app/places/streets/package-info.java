/** Streets, addresses, crossings and landmarks: finds what somebody typed, and what is near a point. */
@NullMarked
package org.openbeat.app.places.streets;

import org.jspecify.annotations.NullMarked;
