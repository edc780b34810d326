/** GeoReport v2: every field, filter, limit and error, in both formats. */
@NullMarked
package org.openbeat.app.desk.open311;

import org.jspecify.annotations.NullMarked;
