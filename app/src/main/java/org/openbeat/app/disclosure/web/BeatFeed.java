package org.openbeat.app.disclosure.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.openbeat.app.disclosure.BeatRecord;
import org.openbeat.app.disclosure.ListedReport;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.springframework.stereotype.Component;

/**
 * The Atom feed of a beat (RFC 4287). Ids follow from the reference and the language alone, so they stay when the server
 * moves (4.2.6); {@code updated} is the last change that matters to readers (4.2.15).
 */
@Component
class BeatFeed {
    private static final String ATOM = "http://www.w3.org/2005/Atom";

    private final OpenbeatSettings settings;
    private final BeatWords words;

    BeatFeed(OpenbeatSettings settings, BeatWords words) {
        this.settings = settings;
        this.words = words;
    }

    byte[] write(BeatRecord found, Locale locale) {
        var out = new ByteArrayOutputStream();
        try {
            var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            writer.writeStartDocument("utf-8", "1.0");
            writer.writeStartElement("feed");
            writer.writeDefaultNamespace(ATOM);
            writer.writeAttribute("xml:lang", locale.toLanguageTag());
            head(writer, found, locale);
            for (var report : found.reports()) {
                entry(writer, found, report, locale);
            }
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("cannot write XML into memory", e);
        }
        return out.toByteArray();
    }

    private void head(XMLStreamWriter writer, BeatRecord found, Locale locale) throws XMLStreamException {
        var beat = found.beat();
        var page = settings.baseUrl() + "/beats/" + beat.code().value();
        text(writer, "id", id("beat:" + beat.code().value(), locale));
        text(writer, "title", words.text("disclosure.feed.title", locale, beat.name(locale)));
        text(writer, "subtitle", words.text("disclosure.feed.subtitle", locale));
        text(writer, "updated", instant(found.changed()));
        writer.writeStartElement("author");
        text(writer, "name", settings.organisation());
        writer.writeEndElement();
        link(writer, "self", "application/atom+xml", page + "/feed.atom?lang=" + locale.toLanguageTag());
        link(writer, "alternate", "text/html", page + "?lang=" + locale.toLanguageTag());
    }

    private void entry(XMLStreamWriter writer, BeatRecord found, ListedReport report, Locale locale)
            throws XMLStreamException {
        var page = settings.baseUrl() + "/beats/" + found.beat().code().value() + "?lang=" + locale.toLanguageTag();
        writer.writeStartElement("entry");
        text(writer, "id", id("report:" + report.reference().value(), locale));
        text(writer, "title", words.category(report.category(), locale) + ": " + words.status(report, locale));
        text(writer, "updated", instant(report.changed()));
        link(writer, "alternate", "text/html", page + "#" + report.reference().value());
        writer.writeStartElement("category");
        writer.writeAttribute("term", report.category());
        writer.writeAttribute("label", words.category(report.category(), locale));
        writer.writeEndElement();
        text(writer, "summary", summary(report, locale));
        writer.writeEndElement();
    }

    private String summary(ListedReport report, Locale locale) {
        var took = report.took();
        var said = words.text(
                "disclosure.feed.summary",
                locale,
                words.day(report.received(), locale),
                words.place(report, locale),
                words.status(report, locale));
        var time = took == null ? "" : " " + words.text("disclosure.feed.took", locale, words.length(took, locale));
        var statement = report.statement() == null ? "" : " " + report.statement();
        return said + time + statement;
    }

    static String id(String what, Locale locale) {
        var name = "openbeat:" + what + ":" + locale.toLanguageTag();
        return "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String instant(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static void text(XMLStreamWriter writer, String name, String text) throws XMLStreamException {
        writer.writeStartElement(name);
        writer.writeCharacters(text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", ""));
        writer.writeEndElement();
    }

    private static void link(XMLStreamWriter writer, String relation, String type, String address)
            throws XMLStreamException {
        writer.writeEmptyElement("link");
        writer.writeAttribute("rel", relation);
        writer.writeAttribute("type", type);
        writer.writeAttribute("href", address);
    }
}
