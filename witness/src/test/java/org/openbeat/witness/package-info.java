/** Tests of the witness, over HTTP and with the process killed. */
@NullMarked
package org.openbeat.witness;

import org.jspecify.annotations.NullMarked;
