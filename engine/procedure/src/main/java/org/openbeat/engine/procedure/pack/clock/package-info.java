/** The legal time limits of a pack. */
@NullMarked
package org.openbeat.engine.procedure.pack.clock;

import org.jspecify.annotations.NullMarked;
