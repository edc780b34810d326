/** Units: their statuses, their stack of work, their crews. */
@NullMarked
@NamedInterface("unit")
package org.openbeat.app.dispatch.unit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
