@NullMarked
package org.openbeat.app.places.tiles;

import org.jspecify.annotations.NullMarked;
