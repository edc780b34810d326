/** Positions, tried alone. */
@NullMarked
package org.openbeat.app.dispatch.position;

import org.jspecify.annotations.NullMarked;
