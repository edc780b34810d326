/** Pages, feed and file of beats. */
@NullMarked
package org.openbeat.app.disclosure.web;

import org.jspecify.annotations.NullMarked;
