/** What partners are told: the outbox, subscriptions, webhooks and feeds, as CloudEvents 1.0. */
@NullMarked
@NamedInterface("delivery")
package org.openbeat.app.partners.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
