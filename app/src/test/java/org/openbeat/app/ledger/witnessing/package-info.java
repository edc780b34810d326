@NullMarked
package org.openbeat.app.ledger.witnessing;

import org.jspecify.annotations.NullMarked;
