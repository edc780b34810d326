/** Recommendations, tried alone. */
@NullMarked
package org.openbeat.app.dispatch.recommend;

import org.jspecify.annotations.NullMarked;
