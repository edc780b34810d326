/** Tests of the ledger on a real PostgreSQL. */
@NullMarked
package org.openbeat.app.ledger.export;

import org.jspecify.annotations.NullMarked;
