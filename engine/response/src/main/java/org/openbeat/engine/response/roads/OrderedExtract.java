package org.openbeat.engine.response.roads;

import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderRelation;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import com.graphhopper.reader.osm.SkipOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Some extracts list their elements in no order, and GraphHopper wants nodes, then ways, then relations. This writes
 * such a file anew in that order, as OSM XML; it reads it once for each kind and keeps none of it in memory.
 */
final class OrderedExtract {
    /** What a pass writes, and what the reader need not even unpack; of XML it unpacks everything all the same. */
    private record Pass(ReaderElement.Type type, SkipOptions skip) {}

    private static final List<Pass> PASSES = List.of(
            new Pass(ReaderElement.Type.NODE, new SkipOptions(false, true, true)),
            new Pass(ReaderElement.Type.WAY, new SkipOptions(true, false, true)),
            new Pass(ReaderElement.Type.RELATION, new SkipOptions(true, true, false)));

    private OrderedExtract() {}

    /** Whether a file is an extract whose elements are in another order. */
    static boolean isOutOfOrder(Path osm) {
        var reached = ReaderElement.Type.NODE;
        try (var in = open(osm, SkipOptions.none())) {
            for (var element = in.getNext(); element != null; element = in.getNext()) {
                var type = element.getType();
                if (type == ReaderElement.Type.FILEHEADER) {
                    continue;
                }
                if (type.compareTo(reached) < 0) {
                    return true;
                }
                reached = type;
            }
            return false;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            return false; // no extract at all
        }
    }

    private static OSMInputFile open(Path osm, SkipOptions skip) throws IOException, XMLStreamException {
        return new OSMInputFile(osm.toFile())
                .setWorkerThreads(1)
                .setSkipOptions(skip)
                .open();
    }

    static void write(Path osm, Path target) throws IOException {
        try (var out = new GZIPOutputStream(Files.newOutputStream(target))) {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("osm");
            xml.writeAttribute("version", "0.6");
            for (var pass : PASSES) {
                copy(osm, pass, xml);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void copy(Path osm, Pass pass, XMLStreamWriter xml) throws IOException, XMLStreamException {
        try (var in = open(osm, pass.skip)) {
            for (var element = in.getNext(); element != null; element = in.getNext()) {
                if (element.getType() == pass.type) {
                    write(element, xml);
                }
            }
        }
    }

    private static void write(ReaderElement element, XMLStreamWriter xml) throws XMLStreamException {
        switch (element) {
            case ReaderNode node -> write(node, xml);
            case ReaderWay way -> write(way, xml);
            case ReaderRelation relation -> write(relation, xml);
            default -> {} // the header of the file
        }
    }

    private static void write(ReaderNode node, XMLStreamWriter xml) throws XMLStreamException {
        begin("node", node, xml);
        xml.writeAttribute("lat", Double.toString(node.getLat()));
        xml.writeAttribute("lon", Double.toString(node.getLon()));
        end(node, xml);
    }

    private static void write(ReaderWay way, XMLStreamWriter xml) throws XMLStreamException {
        begin("way", way, xml);
        for (var node : way.getNodes().toArray()) {
            xml.writeEmptyElement("nd");
            xml.writeAttribute("ref", Long.toString(node));
        }
        end(way, xml);
    }

    private static void write(ReaderRelation relation, XMLStreamWriter xml) throws XMLStreamException {
        begin("relation", relation, xml);
        for (var member : relation.getMembers()) {
            xml.writeEmptyElement("member");
            xml.writeAttribute("type", member.getType().name().toLowerCase(Locale.ROOT));
            xml.writeAttribute("ref", Long.toString(member.getRef()));
            xml.writeAttribute("role", member.getRole());
        }
        end(relation, xml);
    }

    private static void begin(String name, ReaderElement element, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeAttribute("id", Long.toString(element.getId()));
    }

    private static void end(ReaderElement element, XMLStreamWriter xml) throws XMLStreamException {
        for (Map.Entry<String, Object> tag : element.getTags().entrySet()) {
            xml.writeEmptyElement("tag");
            xml.writeAttribute("k", tag.getKey());
            xml.writeAttribute("v", storable(tag.getValue().toString()));
        }
        xml.writeEndElement();
        xml.writeCharacters("\n");
    }

    /** XML has no place for control characters. */
    private static String storable(String text) {
        return text.replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
    }
}
