/** Units: their statuses, their stack of work, their crews. */
@NullMarked
package org.openbeat.app.dispatch.unit;

import org.jspecify.annotations.NullMarked;
