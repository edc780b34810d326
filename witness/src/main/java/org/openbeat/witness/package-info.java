/** A witness of transparency logs (C2SP tlog-witness): one process, one folder, one key. */
@NullMarked
package org.openbeat.witness;

import org.jspecify.annotations.NullMarked;
