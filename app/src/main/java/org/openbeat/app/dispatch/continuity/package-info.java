/** Working on paper while the system is out: the pack to print, numbered cards, and what becomes of them. */
@NullMarked
@NamedInterface("continuity")
package org.openbeat.app.dispatch.continuity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
