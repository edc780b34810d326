/** Positions, tried alone. */
@NullMarked
@NamedInterface("position")
package org.openbeat.app.dispatch.position;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
