/** The command line of the board. */
@NullMarked
package org.openbeat.app.dispatch.commandline;

import org.jspecify.annotations.NullMarked;
