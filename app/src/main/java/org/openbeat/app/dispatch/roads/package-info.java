/** Closed and slow roads, as the room sets them, and their way to the road engine. */
@NullMarked
package org.openbeat.app.dispatch.roads;

import org.jspecify.annotations.NullMarked;
