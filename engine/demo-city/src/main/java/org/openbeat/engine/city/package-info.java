/**
 * A made-up city from a seed, written as OpenStreetMap data.
 */
@NullMarked
package org.openbeat.engine.city;

import org.jspecify.annotations.NullMarked;
