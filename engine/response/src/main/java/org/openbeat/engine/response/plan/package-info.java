/** Response plans as data: which units go to which type of incident. */
@NullMarked
package org.openbeat.engine.response.plan;

import org.jspecify.annotations.NullMarked;
