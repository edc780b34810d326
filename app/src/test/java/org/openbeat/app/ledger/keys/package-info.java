@NullMarked
package org.openbeat.app.ledger.keys;

import org.jspecify.annotations.NullMarked;
