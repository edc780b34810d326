/** Given-when-then cases that a pack must pass, and what none of them touched. */
@NullMarked
package org.openbeat.engine.procedure.scenario;

import org.jspecify.annotations.NullMarked;
