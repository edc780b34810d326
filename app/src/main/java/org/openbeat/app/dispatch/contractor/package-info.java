/** Firms that the room calls in turn. */
@NullMarked
@NamedInterface("contractor")
package org.openbeat.app.dispatch.contractor;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
