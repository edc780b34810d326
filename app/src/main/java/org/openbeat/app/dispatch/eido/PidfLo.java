package org.openbeat.app.dispatch.eido;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.openbeat.app.kernel.GeoPoint;
import org.springframework.web.util.HtmlUtils;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Places as a PIDF-LO (RFC 4119, RFC 5491; civic addresses: RFC 5139). Its positions are latitude first.
 *
 * @param point the position, the middle of a circle for a coarse one
 * @param coarse whether the position is given with a radius
 * @param address street and number as the elements of the civic address give them; empty where there are none
 */
record PidfLo(Optional<GeoPoint> point, boolean coarse, String address) {
    private static final String GML = "http://www.opengis.net/gml";
    private static final String SHAPES = "http://www.opengis.net/pidflo/1.0";
    private static final String CIVIC = "urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr";
    private static final int LONGEST = 200_000;

    /** House, street by its parts, landmark, place and postcode, in the order in which they are read out. */
    private static final List<String> PARTS =
            List.of("LMK", "HNO", "HNS", "PRD", "RD", "STS", "POD", "LOC", "A3", "A1", "PC", "country");

    /** The location that we write: a point, with the words in which the room says the place as a note. */
    static String write(GeoPoint point, String words) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <presence xmlns="urn:ietf:params:xml:ns:pidf" xmlns:gp="urn:ietf:params:xml:ns:pidf:geopriv10" \
                xmlns:dm="urn:ietf:params:xml:ns:pidf:data-model" xmlns:gml="http://www.opengis.net/gml" \
                entity="pres:incident@invalid"><dm:device id="incident"><gp:geopriv><gp:location-info>\
                <gml:Point srsName="urn:ogc:def:crs:EPSG::4326"><gml:pos>%s %s</gml:pos></gml:Point>\
                <civicAddress xmlns="urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr"><LOC>%s</LOC></civicAddress>\
                </gp:location-info><gp:usage-rules/><gp:method>Manual</gp:method></gp:geopriv></dm:device></presence>""".formatted(point.latitude(), point.longitude(), HtmlUtils.htmlEscapeDecimal(words));
    }

    /** What can be made of it; nothing of what cannot be read. */
    static Optional<PidfLo> read(String xml) {
        if (xml.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(of(parse(xml)));
        } catch (SAXException | IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static PidfLo of(Document document) {
        var position = first(document, GML, "pos").map(Element::getTextContent).flatMap(PidfLo::position);
        var coarse = first(document, SHAPES, "Circle").isPresent()
                || first(document, GML, "Polygon").isPresent();
        var words = new ArrayList<String>();
        for (var part : PARTS) {
            first(document, CIVIC, part)
                    .map(found -> found.getTextContent().strip())
                    .filter(text -> !text.isEmpty())
                    .ifPresent(words::add);
        }
        return new PidfLo(position, coarse, String.join(" ", words));
    }

    private static Optional<GeoPoint> position(String text) {
        var numbers = text.strip().split("\\s+");
        try {
            return numbers.length < 2
                    ? Optional.empty()
                    : Optional.of(new GeoPoint(Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Element> first(Document document, String namespace, String name) {
        var found = document.getElementsByTagNameNS(namespace, name);
        return found.item(0) instanceof Element element ? Optional.of(element) : Optional.empty();
    }

    /** No document types and nothing from elsewhere: the XML comes from outside. */
    private static Document parse(String xml) throws SAXException, IOException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setXIncludeAware(false);
        factory.setExpandEntityReferences(false);
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new DefaultHandler()); // The other one prints what comes from outside.
            return builder.parse(new InputSource(new StringReader(xml)));
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every JDK has a safe XML parser", e);
        }
    }
}
