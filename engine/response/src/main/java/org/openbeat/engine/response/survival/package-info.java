/**
 * How long until something happens, where for some it has not happened yet: the Kaplan-Meier estimator.
 */
@NullMarked
package org.openbeat.engine.response.survival;

import org.jspecify.annotations.NullMarked;
