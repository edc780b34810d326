/** The road engine: a graph in flat arrays, searches over it, and an index for all travel times at once. */
@NullMarked
package org.openbeat.engine.response.roads;

import org.jspecify.annotations.NullMarked;
