package org.openbeat.engine.city;

import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes OpenStreetMap XML, version 0.6, as a stream: first every node, then every way. */
final class OsmXml {
    private final XMLStreamWriter xml;
    private final Projection projection;
    private long nodes;
    private long ways;

    OsmXml(OutputStream out, Projection projection) throws XMLStreamException {
        // The JDK's own writer whatever else is on the class path: the same bytes everywhere.
        this.xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        this.projection = projection;
    }

    void begin(List<Point> bounds) throws XMLStreamException {
        Box box = Box.around(bounds);
        GeoPosition low = projection.position(box.at(0, 0));
        GeoPosition high = projection.position(box.at(1, 1));
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("osm");
        xml.writeAttribute("version", "0.6");
        xml.writeAttribute("generator", "openbeat demo-city");
        newLine();
        xml.writeEmptyElement("bounds");
        xml.writeAttribute("minlat", GeoPosition.text(low.latitude()));
        xml.writeAttribute("minlon", GeoPosition.text(low.longitude()));
        xml.writeAttribute("maxlat", GeoPosition.text(high.latitude()));
        xml.writeAttribute("maxlon", GeoPosition.text(high.longitude()));
        newLine();
    }

    /** Nodes get the numbers 1, 2, 3 … in the order in which they are written. */
    void node(Point at, Map<String, String> tags) throws XMLStreamException {
        start("node", ++nodes, tags.isEmpty());
        GeoPosition position = projection.position(at);
        xml.writeAttribute("lat", GeoPosition.text(position.latitude()));
        xml.writeAttribute("lon", GeoPosition.text(position.longitude()));
        end(tags);
    }

    void way(List<Long> refs, Map<String, String> tags) throws XMLStreamException {
        start("way", ++ways, false);
        for (long ref : refs) {
            xml.writeEmptyElement("nd");
            xml.writeAttribute("ref", Long.toString(ref));
        }
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            tag(tag);
        }
        xml.writeEndElement();
        newLine();
    }

    void finish() throws XMLStreamException {
        xml.writeEndElement();
        newLine();
        xml.writeEndDocument();
        xml.flush();
    }

    private void start(String element, long id, boolean empty) throws XMLStreamException {
        if (empty) {
            xml.writeEmptyElement(element);
        } else {
            xml.writeStartElement(element);
        }
        xml.writeAttribute("id", Long.toString(id));
        xml.writeAttribute("version", "1");
    }

    private void end(Map<String, String> tags) throws XMLStreamException {
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            tag(tag);
        }
        if (!tags.isEmpty()) {
            xml.writeEndElement();
        }
        newLine();
    }

    private void tag(Map.Entry<String, String> tag) throws XMLStreamException {
        xml.writeEmptyElement("tag");
        xml.writeAttribute("k", tag.getKey());
        xml.writeAttribute("v", tag.getValue());
    }

    private void newLine() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
