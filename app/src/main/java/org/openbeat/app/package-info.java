/** The application's root: its main class and nothing else. */
@NullMarked
package org.openbeat.app;

import org.jspecify.annotations.NullMarked;
