/** Reads OpenStreetMap extracts into the features that maps and search are made from. */
@NullMarked
package org.openbeat.app.places.extract;

import org.jspecify.annotations.NullMarked;
