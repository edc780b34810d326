/**
 * How busy the units of an area are, how often each is sent where, and how long callers wait: Larson's hypercube model,
 * exact and approximate, and a simulation of the same system.
 */
@NullMarked
package org.openbeat.engine.response.queueing;

import org.jspecify.annotations.NullMarked;
