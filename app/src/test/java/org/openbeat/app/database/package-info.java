/** The embedded database keeps what it was given, and a backup brings it back. */
@NullMarked
package org.openbeat.app.database;

import org.jspecify.annotations.NullMarked;
