/** The log as files that any web server can serve. */
@NullMarked
package org.openbeat.app.ledger.export;

import org.jspecify.annotations.NullMarked;
