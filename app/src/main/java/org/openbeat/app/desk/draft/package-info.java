/** What a resident has typed and not sent yet: kept on the server, so that a reload or a restart loses nothing. */
@NullMarked
package org.openbeat.app.desk.draft;

import org.jspecify.annotations.NullMarked;
