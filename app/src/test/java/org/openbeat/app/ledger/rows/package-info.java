/** Tests of the ledger on a real PostgreSQL. */
@NullMarked
package org.openbeat.app.ledger.rows;

import org.jspecify.annotations.NullMarked;
