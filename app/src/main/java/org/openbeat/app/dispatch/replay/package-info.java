/** What the board showed at any moment. */
@NullMarked
@NamedInterface("replay")
package org.openbeat.app.dispatch.replay;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
