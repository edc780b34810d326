/** The live feed: what changed, in order, to every open console. */
@NullMarked
package org.openbeat.app.dispatch.live;

import org.jspecify.annotations.NullMarked;
