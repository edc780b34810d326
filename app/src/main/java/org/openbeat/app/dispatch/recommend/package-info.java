/** Whom to send: travel times within a budget, and the reasons. */
@NullMarked
package org.openbeat.app.dispatch.recommend;

import org.jspecify.annotations.NullMarked;
