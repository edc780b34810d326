package org.openbeat.app.desk.rights;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openbeat.app.desk.Categories;
import org.openpdf.text.Document;
import org.openpdf.text.Font;
import org.openpdf.text.PageSize;
import org.openpdf.text.Paragraph;
import org.openpdf.text.pdf.PdfWriter;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The copy for people to read: the same content as the file for programs, in the reader's language. */
@Component
public class CopyPdf {
    private static final Set<String> NOT_SHOWN = Set.of("$schema", "format", "zone");
    private static final float MARGIN = 56;

    private final CopyFonts fonts;
    private final Categories categories;
    private final MessageSource messages;

    CopyPdf(CopyFonts fonts, Categories categories, MessageSource messages) {
        this.fonts = fonts;
        this.categories = categories;
        this.messages = messages;
    }

    /** The copy as a PDF document. */
    public byte[] of(Map<String, Object> copy, Locale language) {
        var out = new ByteArrayOutputStream();
        var document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN);
        PdfWriter.getInstance(document, out);
        var title = say("desk.copy.title", language, String.valueOf(copy.get("organisation")));
        document.addTitle(title);
        document.setDocumentLanguage(language.toLanguageTag());
        document.open();
        document.add(line(title, 18, 0));
        document.add(line(say("desk.copy.about", language), 10, 0));
        var page = new Page(document, ZoneId.of(String.valueOf(copy.get("zone"))), language);
        copy.forEach((key, value) -> {
            if (!NOT_SHOWN.contains(key)) {
                page.add(key, value, 0);
            }
        });
        document.close();
        return out.toByteArray();
    }

    private Paragraph line(String text, float size, float indent) {
        var paragraph = new Paragraph(text, new Font(fonts.font(), size));
        paragraph.setIndentationLeft(indent);
        paragraph.setSpacingAfter(size / 2);
        return paragraph;
    }

    private String say(String key, Locale language, Object... values) {
        return messages.getMessage(key, values, language);
    }

    /** Puts values on paper: maps and lists as headings with what is in them below. */
    private final class Page {
        private static final float STEP = 14;

        private final Document document;
        private final ZoneId zone;
        private final Locale language;
        private final DateTimeFormatter times;

        Page(Document document, ZoneId zone, Locale language) {
            this.document = document;
            this.zone = zone;
            this.language = language;
            this.times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm VV", language);
        }

        void add(String key, Object value, int depth) {
            var label = word("desk.copy.field." + key, key);
            if (value instanceof Map<?, ?> map) {
                heading(label, depth);
                map.forEach((name, inner) -> add(String.valueOf(name), inner, depth + 1));
            } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
                heading(label, depth);
                for (int i = 0; i < list.size(); i++) {
                    add(String.valueOf(i + 1), list.get(i), depth + 1);
                }
            } else if (!text(value).isEmpty()) {
                document.add(line(label + ": " + shown(key, value), 10, depth * STEP));
            }
        }

        private void heading(String label, int depth) {
            document.add(line(label, depth == 0 ? 14 : 11, depth * STEP));
        }

        private String text(Object value) {
            return value instanceof List<?> list
                    ? String.join(", ", list.stream().map(String::valueOf).toList())
                    : String.valueOf(value);
        }

        /** Codes in words where there are some, instants in the zone of the place. */
        private String shown(String key, Object value) {
            var text = text(value);
            return switch (key) {
                case "category" ->
                    categories
                            .find(text)
                            .map(category -> category.name().in(language))
                            .orElse(text);
                case "what" -> word("desk.entry." + text, text);
                case "role" -> word("desk.role." + text, text);
                case "outcome" -> word("desk.outcome." + text, text);
                case "status" -> status(text);
                case "kind" -> word("desk.rights.kind." + text, text);
                default -> key.endsWith("At") || key.equals("at") ? time(text) : text;
            };
        }

        private String status(String code) {
            var ofReport = word("desk.status." + code, "");
            return ofReport.isEmpty() ? word("desk.rights.status." + code, code) : ofReport;
        }

        private String word(String key, String otherwise) {
            return Objects.requireNonNullElse(messages.getMessage(key, null, otherwise, language), otherwise);
        }

        private String time(String text) {
            try {
                return times.format(Instant.parse(text).atZone(zone));
            } catch (DateTimeParseException e) {
                return text;
            }
        }
    }
}
