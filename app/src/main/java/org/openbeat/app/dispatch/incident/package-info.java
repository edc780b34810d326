/** Incidents: their life, their place, their log and their duplicates. */
@NullMarked
package org.openbeat.app.dispatch.incident;

import org.jspecify.annotations.NullMarked;
