package org.openbeat.app.dispatch.continuity;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.dispatch.board.Catalogue;
import org.openbeat.app.dispatch.board.IncidentRow;
import org.openbeat.app.dispatch.board.UnitRow;
import org.openbeat.app.web.PrintFonts;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes a pack for paper: A4, black on white, readable on a copy of a copy. */
@Component
@EnableConfigurationProperties(ContinuitySettings.class)
public class PackPdf {
    private static final float MARGIN = 40;
    private static final float CARD_HEIGHT = 362;
    private static final List<String> CARD_LINES =
            List.of("received", "caller", "place", "what", "unit", "result", "writer");

    private final BaseFont font;
    private final MessageSource messages;

    PackPdf(ContinuitySettings settings, MessageSource messages) {
        this.font = PrintFonts.load(settings.pdfFont());
        this.messages = messages;
    }

    /** The pack as a PDF document. */
    public byte[] of(Pack pack) {
        var out = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, out);
        new Sheet(document, pack).write();
        return out.toByteArray();
    }

    /** One pack on its way to paper. */
    private final class Sheet {
        private final Document document;
        private final Pack pack;
        private final DateTimeFormatter times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

        Sheet(Document document, Pack pack) {
            this.document = document;
            this.pack = pack;
        }

        void write() {
            var title = say("room.pack.title", pack.agency().value());
            document.addTitle(title);
            document.setDocumentLanguage(pack.language().toLanguageTag());
            document.open();
            document.add(paragraph(title, 18));
            document.add(paragraph(
                    say("room.pack.as-of", time(pack.at()), pack.zone().getId()), 11));
            document.add(paragraph(say("room.pack.how"), 10));
            incidents();
            units();
            phones();
            cards();
            document.close();
        }

        private void incidents() {
            var open = pack.board().incidents();
            document.add(paragraph(say("room.pack.incidents", open.size()), 14));
            if (pack.board().hidden() > 0) {
                document.add(paragraph(say("room.pack.hidden", pack.board().hidden()), 10));
            }
            var table = table(7, 12, 25, 31, 25);
            heads(table, "number", "status", "where", "what", "units");
            open.forEach(row -> incident(table, row));
            document.add(table);
        }

        private void incident(PdfPTable table, IncidentRow row) {
            cell(table, "#" + row.dayNumber());
            cell(table, row.priority() + " " + say("dispatch.incident." + row.status()) + "\n" + time(row.openedAt()));
            cell(table, row.locationText() + (row.trust().isSure() ? "" : "\n" + say("dispatch.board.check-place")));
            cell(table, type(row.type()) + (row.summary().isBlank() ? "" : "\n" + row.summary()));
            cell(
                    table,
                    row.units().stream()
                            .map(each -> sign(each.callSign()) + " " + say("dispatch.unit." + each.stage()))
                            .collect(Collectors.joining("\n")));
        }

        private void units() {
            document.add(paragraph(say("room.pack.units", pack.board().units().size()), 14));
            var table = table(12, 18, 25, 20, 25);
            heads(table, "unit", "type", "status", "work", "crew");
            pack.board().units().forEach(row -> unit(table, row));
            document.add(table);
        }

        private void unit(PdfPTable table, UnitRow row) {
            cell(table, sign(row.callSign()));
            cell(table, unitType(row.type()));
            cell(table, say("dispatch.unit." + row.status()) + " " + time(row.statusSince()));
            cell(
                    table,
                    row.work().stream()
                            .map(each -> "#" + each.number().replaceFirst("^.*/", ""))
                            .collect(Collectors.joining(", ")));
            cell(table, String.join(", ", row.crew()));
        }

        private void phones() {
            document.add(paragraph(say("room.pack.phones"), 14));
            if (pack.phones().isEmpty()) {
                document.add(paragraph(say("room.pack.no-phones"), 10));
                return;
            }
            var table = table(60, 40);
            pack.phones().forEach(phone -> {
                cell(table, phone.name());
                cell(table, phone.number());
            });
            document.add(table);
        }

        /** Two on a page, each with its number large enough to be called across the room. */
        private void cards() {
            for (int card = pack.cards().first(); card <= pack.cards().last(); card++) {
                if ((card - pack.cards().first()) % 2 == 0) {
                    document.newPage();
                }
                document.add(card(card));
            }
        }

        private PdfPTable card(int number) {
            var table = table(28, 72);
            table.setSpacingAfter(18);
            var head = new PdfPCell(new Phrase(say("room.card.title", Integer.toString(number)), of(20)));
            head.setColspan(2);
            head.setPadding(6);
            table.addCell(head);
            float height = (CARD_HEIGHT - 40) / CARD_LINES.size();
            for (var line : CARD_LINES) {
                tall(table, say("room.card." + line), height);
                tall(table, "", height);
            }
            return table;
        }

        private void tall(PdfPTable table, String text, float height) {
            var cell = new PdfPCell(new Phrase(text, of(9)));
            cell.setMinimumHeight(height);
            cell.setVerticalAlignment(Element.ALIGN_TOP);
            table.addCell(cell);
        }

        private void heads(PdfPTable table, String... columns) {
            for (var column : columns) {
                var cell = new PdfPCell(new Phrase(say("room.pack.column." + column), of(9)));
                cell.setBackgroundColor(new Color(230, 230, 230));
                table.addCell(cell);
            }
            table.setHeaderRows(1);
        }

        private void cell(PdfPTable table, String text) {
            table.addCell(new PdfPCell(new Phrase(text, of(9))));
        }

        private PdfPTable table(float... widths) {
            var table = new PdfPTable(widths);
            table.setWidthPercentage(100);
            table.setSpacingAfter(10);
            return table;
        }

        private String time(@Nullable Instant at) {
            return at == null ? "" : times.format(at.atZone(pack.zone()));
        }

        private String type(String code) {
            return pack.catalogue().incidentTypes().stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .map((Catalogue.IncidentType each) -> isChinese() ? each.nameZh() : each.name())
                    .orElse(code);
        }

        private String unitType(String code) {
            return pack.catalogue().unitTypes().stream()
                    .filter(each -> each.code().equals(code))
                    .findFirst()
                    .map((Catalogue.UnitType each) -> isChinese() ? each.nameZh() : each.name())
                    .orElse(code);
        }

        private boolean isChinese() {
            return pack.language().getLanguage().equals("zh");
        }

        private String say(String key, Object... values) {
            return messages.getMessage(key, values, pack.language());
        }
    }

    private static String sign(String callSign) {
        return callSign.toUpperCase(Locale.ROOT);
    }

    private Paragraph paragraph(String text, float size) {
        var paragraph = new Paragraph(text, of(size));
        paragraph.setSpacingAfter(size / 2);
        return paragraph;
    }

    private Font of(float size) {
        return new Font(font, size);
    }
}
