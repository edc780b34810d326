/** What was begun in a browser and must be finished there: a nested part of access. Knows the kernel alone. */
@NullMarked
package org.openbeat.app.access.steps;

import org.jspecify.annotations.NullMarked;
