@NullMarked
package org.openbeat.app.places.boundaries;

import org.jspecify.annotations.NullMarked;
