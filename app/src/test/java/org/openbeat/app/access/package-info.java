/** Tests of who may do what, and of what the open routes do with hostile input. */
@NullMarked
package org.openbeat.app.access;

import org.jspecify.annotations.NullMarked;
