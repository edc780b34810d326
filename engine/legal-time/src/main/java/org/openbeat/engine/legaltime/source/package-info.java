/**
 * Where a number of the law was read, and by whom it may be relied on.
 */
@NullMarked
package org.openbeat.engine.legaltime.source;

import org.jspecify.annotations.NullMarked;
