/** The law as a procedure pack: what may be done now in a case, and which article says no. */
@NullMarked
package org.openbeat.engine.procedure;

import org.jspecify.annotations.NullMarked;
