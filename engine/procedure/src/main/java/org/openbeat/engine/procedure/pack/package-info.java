/** A procedure pack as it was read: values that name their sources. */
@NullMarked
package org.openbeat.engine.procedure.pack;

import org.jspecify.annotations.NullMarked;
