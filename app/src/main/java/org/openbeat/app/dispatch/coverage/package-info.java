/** How well the free units cover the area now, and what a unit that goes would leave behind. */
@NullMarked
package org.openbeat.app.dispatch.coverage;

import org.jspecify.annotations.NullMarked;
