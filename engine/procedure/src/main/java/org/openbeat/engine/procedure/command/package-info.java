/** The command pack: lint, test, explain, diff. */
@NullMarked
package org.openbeat.engine.procedure.command;

import org.jspecify.annotations.NullMarked;
