/** Roll-calls: whether the crews at an incident are well. */
@NullMarked
@NamedInterface("rollcall")
package org.openbeat.app.dispatch.rollcall;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
