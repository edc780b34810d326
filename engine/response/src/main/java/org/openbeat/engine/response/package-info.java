/**
 * Who to send: road graph, travel times many-to-one, recommendation.
 */
@NullMarked
package org.openbeat.engine.response;

import org.jspecify.annotations.NullMarked;
