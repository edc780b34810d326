/** The keys of the log: which one signs, how one hands over to the next, and where they lie. */
@NullMarked
package org.openbeat.app.ledger.keys;

import org.jspecify.annotations.NullMarked;
