/** What the ledger itself does that must be provable. */
@NullMarked
@NamedInterface("events")
package org.openbeat.app.ledger.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
