/** Rank 3: jurisdictions, beats, streets, tiles and the geocoder. */
@NullMarked
@ApplicationModule(
        displayName = "Places",
        allowedDependencies = {"kernel", "database", "access", "access :: purpose", "web"})
package org.openbeat.app.places;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
