/**
 * What the law says of a clock: how long, from what, counted how, suspended, extended and ended by what.
 */
@NullMarked
package org.openbeat.engine.legaltime.rule;

import org.jspecify.annotations.NullMarked;
