/**
 * Ties the rows of every module's tables to the ledger, without a word in the modules: which tables, what their rows
 * hash to, and whether the database still holds what the ledger proves.
 */
@NullMarked
package org.openbeat.app.ledger.rows;

import org.jspecify.annotations.NullMarked;
