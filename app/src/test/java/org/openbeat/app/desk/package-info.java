/** The public counter, from a report to its answer. */
@NullMarked
package org.openbeat.app.desk;

import org.jspecify.annotations.NullMarked;
