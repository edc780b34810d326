/**
 * What would have happened: a simulation of units and calls, event by event, with calls by chance or as they came.
 */
@NullMarked
package org.openbeat.engine.response.simulation;

import org.jspecify.annotations.NullMarked;
