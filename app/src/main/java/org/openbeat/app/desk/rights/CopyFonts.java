package org.openbeat.app.desk.rights;

import org.openbeat.app.web.PrintFonts;
import org.openpdf.text.pdf.BaseFont;
import org.springframework.stereotype.Component;

/** The font of a copy. */
@Component
class CopyFonts {
    private final BaseFont font;

    CopyFonts(RightsSettings settings) {
        font = PrintFonts.load(settings.pdfFont());
    }

    BaseFont font() {
        return font;
    }
}
