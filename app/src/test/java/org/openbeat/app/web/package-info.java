/** The shell: refusals, limits, languages. */
@NullMarked
package org.openbeat.app.web;

import org.jspecify.annotations.NullMarked;
