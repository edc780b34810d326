@NullMarked
package org.openbeat.app.places;

import org.jspecify.annotations.NullMarked;
