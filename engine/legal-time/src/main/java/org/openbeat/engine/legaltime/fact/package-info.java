/**
 * What happened: events, suspensions, decisions of extension, restarts, obstacles. All instants are in UTC.
 */
@NullMarked
package org.openbeat.engine.legaltime.fact;

import org.jspecify.annotations.NullMarked;
