/** How long each part of a response takes: from the call to the dispatch, the arrival, the clear. */
@NullMarked
@NamedInterface("intervals")
package org.openbeat.app.dispatch.intervals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
