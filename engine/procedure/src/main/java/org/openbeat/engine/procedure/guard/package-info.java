/** What the guards of packs may ask of a case. */
@NullMarked
package org.openbeat.engine.procedure.guard;

import org.jspecify.annotations.NullMarked;
