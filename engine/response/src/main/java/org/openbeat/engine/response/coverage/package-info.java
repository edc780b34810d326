/**
 * How much of the demand can be reached in time, when units are sometimes busy.
 */
@NullMarked
package org.openbeat.engine.response.coverage;

import org.jspecify.annotations.NullMarked;
