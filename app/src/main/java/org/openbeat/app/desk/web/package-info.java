/** The pages of residents, the pages of desk staff, and Open311. */
@NullMarked
package org.openbeat.app.desk.web;

import org.jspecify.annotations.NullMarked;
