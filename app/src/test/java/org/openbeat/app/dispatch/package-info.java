/** Dispatch, tried on the whole application. */
@NullMarked
package org.openbeat.app.dispatch;

import org.jspecify.annotations.NullMarked;
