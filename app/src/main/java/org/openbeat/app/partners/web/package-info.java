/** Administrators' pages of partners, and what partners call. */
@NullMarked
package org.openbeat.app.partners.web;

import org.jspecify.annotations.NullMarked;
