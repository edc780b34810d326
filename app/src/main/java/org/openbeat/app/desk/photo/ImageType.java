package org.openbeat.app.desk.photo;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;

/** The kinds of picture that are taken, told by their first bytes; what a browser calls a file counts for nothing. */
enum ImageType {
    JPEG("jpeg"),
    PNG("png");

    private static final byte[] PNG_SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final String reader;

    ImageType(String reader) {
        this.reader = reader;
    }

    /** Name of the format in ImageIO. */
    String reader() {
        return reader;
    }

    /** @throws Refusal {@code photo-heic} for what many telephones store, {@code photo-type} for everything else */
    static ImageType of(byte[] bytes) {
        return find(bytes).orElseThrow(() -> new Refusal(Kind.INVALID, isHeif(bytes) ? "photo-heic" : "photo-type"));
    }

    private static Optional<ImageType> find(byte[] bytes) {
        if (bytes.length > 3 && bytes[0] == (byte) 0xff && bytes[1] == (byte) 0xd8 && bytes[2] == (byte) 0xff) {
            return Optional.of(JPEG);
        }
        boolean png = bytes.length > PNG_SIGNATURE.length
                && Arrays.equals(bytes, 0, PNG_SIGNATURE.length, PNG_SIGNATURE, 0, PNG_SIGNATURE.length);
        return png ? Optional.of(PNG) : Optional.empty();
    }

    /** HEIF and AVIF are boxes that begin with {@code ftyp} and a brand (ISO/IEC 14496-12, 4.3). */
    private static boolean isHeif(byte[] bytes) {
        if (bytes.length < 12) {
            return false;
        }
        var box = new String(bytes, 4, 8, StandardCharsets.ISO_8859_1);
        return box.startsWith("ftyp") && box.substring(4).matches("he[iv][cmsx]|mif1|msf1|avi[fs]");
    }
}
