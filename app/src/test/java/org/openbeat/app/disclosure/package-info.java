/** What the public may know, and what it must not be able to find out. */
@NullMarked
package org.openbeat.app.disclosure;

import org.jspecify.annotations.NullMarked;
