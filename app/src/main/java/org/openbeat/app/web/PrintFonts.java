package org.openbeat.app.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpdf.text.pdf.BaseFont;

/**
 * The font of what is printed. With Noto Sans CJK on the server its characters are put into the file, so that every
 * reader's program shows them; without it the file names a font that programs for Chinese have.
 */
public final class PrintFonts {
    /** Where Debian, Fedora, Alpine and macOS packages put it; the third font of the collection is Simplified Chinese. */
    private static final List<String> KNOWN = List.of(
            "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/noto/NotoSansCJK-Regular.ttc,2",
            "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc,2");

    private PrintFonts() {}

    /** @param own the font that the operator named, if any */
    public static BaseFont load(@Nullable Path own) {
        var name = own == null
                ? KNOWN.stream().filter(PrintFonts::isThere).findFirst().orElse("")
                : own.toString();
        try {
            return name.isEmpty()
                    ? BaseFont.createFont("STSong-Light", "UniGB-UCS2-H", BaseFont.NOT_EMBEDDED)
                    : BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the font " + name, e);
        }
    }

    private static boolean isThere(String font) {
        return Files.isReadable(Path.of(font.substring(0, font.lastIndexOf(','))));
    }
}
