/** What becomes of pictures. */
@NullMarked
package org.openbeat.app.desk.photo;

import org.jspecify.annotations.NullMarked;
