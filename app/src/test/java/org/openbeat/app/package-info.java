/** What holds the whole application together, and the support of its tests. */
@NullMarked
package org.openbeat.app;

import org.jspecify.annotations.NullMarked;
