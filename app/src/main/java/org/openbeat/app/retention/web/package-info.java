/** Page of schedules and legal holds. */
@NullMarked
package org.openbeat.app.retention.web;

import org.jspecify.annotations.NullMarked;
