package nl.leercirkel.report.document;

import java.io.StringReader;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Checks that a drawing can stand in a page and in a PDF: whole XML that runs nothing and fetches nothing. */
final class Drawing {
    private static final XMLInputFactory READERS = readers();

    private Drawing() {}

    /** The drawing without XML declaration or anything else before its root. */
    static String checked(String svg, String title) {
        int start = svg.indexOf("<svg");
        if (start < 0) {
            throw refused(title, "het is geen SVG");
        }
        var drawing = svg.substring(start).strip();
        try {
            var reader = READERS.createXMLStreamReader(new StringReader(drawing));
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT) {
                    checkElement(reader, title);
                }
            }
        } catch (XMLStreamException e) {
            throw new IllegalArgumentException("De tekening van '" + title + "' is geen geldige XML.", e);
        }
        size(drawing, "width");
        size(drawing, "height");
        return drawing;
    }

    private static void checkElement(XMLStreamReader reader, String title) {
        var name = reader.getLocalName().toLowerCase(Locale.ROOT);
        if (name.equals("script") || name.equals("foreignobject")) {
            throw refused(title, "het onderdeel <" + name + "> mag niet");
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var attribute = reader.getAttributeLocalName(i).toLowerCase(Locale.ROOT);
            if (attribute.startsWith("on")
                    || attribute.equals("href") && !reader.getAttributeValue(i).startsWith("#")) {
                throw refused(title, "het kenmerk " + attribute + " mag niet");
            }
        }
    }

    static int size(String svg, String attribute) {
        var root = svg.substring(0, svg.indexOf('>') + 1);
        var match = Pattern.compile("\\s" + attribute + "=[\"'](\\d{1,5})(?:px)?[\"']")
                .matcher(root);
        if (!match.find()) {
            throw new IllegalArgumentException(
                    "Een tekening heeft een '" + attribute + "' in hele pixels nodig: " + root);
        }
        return Integer.parseInt(match.group(1));
    }

    private static IllegalArgumentException refused(String title, String why) {
        return new IllegalArgumentException("De tekening van '" + title + "' is geweigerd: " + why + ".");
    }

    private static XMLInputFactory readers() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }
}
