/** Tests of the ledger on a real PostgreSQL. */
@NullMarked
package org.openbeat.app.ledger;

import org.jspecify.annotations.NullMarked;
