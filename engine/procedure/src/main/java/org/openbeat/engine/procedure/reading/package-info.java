/** From the files of a pack to its values; every error has its line and column. */
@NullMarked
package org.openbeat.engine.procedure.reading;

import org.jspecify.annotations.NullMarked;
