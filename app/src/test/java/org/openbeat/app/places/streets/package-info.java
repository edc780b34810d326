@NullMarked
package org.openbeat.app.places.streets;

import org.jspecify.annotations.NullMarked;
