/** The part of CEL (Common Expression Language) that guards of packs are written in, checked before it runs. */
@NullMarked
package org.openbeat.engine.procedure.cel;

import org.jspecify.annotations.NullMarked;
