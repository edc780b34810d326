/** Public pages and feeds. */
@NullMarked
package org.openbeat.app.disclosure.web;

import org.jspecify.annotations.NullMarked;
