package org.openbeat.app.ledger;

import java.nio.charset.StandardCharsets;
import org.openbeat.engine.tlog.TlogProof;

/**
 * The signed proof that an act is in the ledger, for its holder to keep. Whoever has it also has what it discloses, so
 * give it to nobody else.
 *
 * @param text the content of a {@code .tlog-proof} file
 * @param position the entry's index in the ledger
 */
public record Receipt(String text, long position) {

    /** The ending of a file's name, with its dot. */
    public static final String FILE_EXTENSION = TlogProof.FILE_EXTENSION;

    /** Media type of the file: plain text in UTF-8. */
    public static final String MEDIA_TYPE = "text/plain;charset=UTF-8";

    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
