/** A pack for people: a page, a diagram, and the difference between two versions. */
@NullMarked
package org.openbeat.engine.procedure.explain;

import org.jspecify.annotations.NullMarked;
