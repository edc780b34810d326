/** What a pack may not say even though it can be read. */
@NullMarked
package org.openbeat.engine.procedure.lint;

import org.jspecify.annotations.NullMarked;
