/** Jurisdictions and beats, versioned, from GeoJSON (RFC 7946). */
@NullMarked
package org.openbeat.app.places.boundaries;

import org.jspecify.annotations.NullMarked;
