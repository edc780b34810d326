/** GeoReport v2: every field, filter, limit and error, in both formats. */
@NullMarked
@NamedInterface("open311")
package org.openbeat.app.desk.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
