/** What dispatch keeps about callers and people at incidents, and how it is erased. */
@NullMarked
package org.openbeat.app.dispatch.records;

import org.jspecify.annotations.NullMarked;
