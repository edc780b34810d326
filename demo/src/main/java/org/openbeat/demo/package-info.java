/** A client of a running server: the guided story, the gentle traffic, and what journeys and benchmarks share. */
@NullMarked
package org.openbeat.demo;

import org.jspecify.annotations.NullMarked;
