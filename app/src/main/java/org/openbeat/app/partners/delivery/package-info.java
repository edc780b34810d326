/** What partners are told: the outbox, subscriptions, webhooks and feeds, as CloudEvents 1.0. */
@NullMarked
package org.openbeat.app.partners.delivery;

import org.jspecify.annotations.NullMarked;
