/**
 * GeoReport v2, the public interface for other people's programs: http://wiki.open311.org/GeoReport_v2. It shows what
 * anyone may know of reports and takes new ones from partners with a key.
 */
@NullMarked
@NamedInterface("open311")
package org.openbeat.app.desk.open311;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
