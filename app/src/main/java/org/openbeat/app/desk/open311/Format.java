package org.openbeat.app.desk.open311;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The two formats of GeoReport v2: XML, which every server has, and JSON by the "Spark" convention of bare arrays. */
enum Format {
    XML(new MediaType("text", "xml", StandardCharsets.UTF_8)) {
        @Override
        byte[] write(String root, Answer answer) {
            var out = new ByteArrayOutputStream();
            try {
                var writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
                writer.writeStartDocument("utf-8", "1.0");
                element(writer, root, answer);
                writer.writeEndDocument();
                writer.close();
            } catch (XMLStreamException e) {
                throw new IllegalStateException("cannot write XML into memory", e);
            }
            return out.toByteArray();
        }
    },
    JSON(new MediaType("application", "json", StandardCharsets.UTF_8)) {
        @Override
        byte[] write(String root, Answer answer) {
            return MAPPER.writeValueAsBytes(Answer.plain(answer));
        }
    };

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final MediaType mediaType;

    Format(MediaType mediaType) {
        this.mediaType = mediaType;
    }

    MediaType mediaType() {
        return mediaType;
    }

    /** The document in UTF-8; {@code root} names the outermost element of XML. */
    abstract byte[] write(String root, Answer answer);

    /** By the ending of a path; XML where there is none, because every client reads it. */
    static Format ofPath(String path) {
        return path.toLowerCase(Locale.ROOT).endsWith(".json") ? JSON : XML;
    }

    private static void element(XMLStreamWriter writer, String name, Answer answer) throws XMLStreamException {
        writer.writeStartElement(name);
        switch (answer) {
            case Answer.Value single -> {
                if (single.value() != null) {
                    writer.writeCharacters(withoutControls(single.value().toString()));
                }
            }
            case Answer.Items list -> {
                for (var item : list.items()) {
                    element(writer, list.each(), item);
                }
            }
            case Answer.Fields named -> {
                for (var field : named.fields().entrySet()) {
                    element(writer, field.getKey(), field.getValue());
                }
            }
        }
        writer.writeEndElement();
    }

    /** XML 1.0 has no way to write most control characters (section 2.2). */
    private static String withoutControls(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "");
    }
}
