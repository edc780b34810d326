/** What the room reads: the board, the file of one incident, the history, the catalogues. */
@NullMarked
@NamedInterface("board")
package org.openbeat.app.dispatch.board;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
