/** Sign-in and account pages. */
@NullMarked
package org.openbeat.app.access.web;

import org.jspecify.annotations.NullMarked;
