/** Witnesses of the ledger: who outside vouches for it (C2SP tlog-witness, the side of the log). */
@NullMarked
package org.openbeat.app.ledger.witnessing;

import org.jspecify.annotations.NullMarked;
