package org.openbeat.app.dispatch.continuity;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.openbeat.app.dispatch.board.Board;
import org.openbeat.app.dispatch.board.Catalogue;
import org.openbeat.app.kernel.AgencyId;

/**
 * What a pack says.
 *
 * @param board as of when it was made
 * @param zone in which its times are written
 * @param cards the numbers of its blank cards
 * @param language in which it is written
 */
public record Pack(
        AgencyId agency,
        Board board,
        Catalogue catalogue,
        List<Phone> phones,
        CardRange cards,
        ZoneId zone,
        Locale language) {

    public Pack {
        phones = List.copyOf(phones);
    }

    public Instant at() {
        return board.at();
    }
}
