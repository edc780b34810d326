/** The pages of the desk, as a browser without scripts meets them. */
@NullMarked
package org.openbeat.app.desk.web;

import org.jspecify.annotations.NullMarked;
