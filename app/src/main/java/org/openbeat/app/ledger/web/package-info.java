/** Checkpoint, tiles and the page that explains them. */
@NullMarked
package org.openbeat.app.ledger.web;

import org.jspecify.annotations.NullMarked;
