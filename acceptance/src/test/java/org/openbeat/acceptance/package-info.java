/** Journeys in a real browser and over HTTP against the packed server. */
@NullMarked
package org.openbeat.acceptance;

import org.jspecify.annotations.NullMarked;
