package nl.leercirkel.standards.ijw.support;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageType;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The definitions of iWmo's seven answers. They are not among the reference data, so each is made out of two that are: the
 * official one of iJw, with the names and message code of iWmo and without what iWmo does not have. {@code
 * SocialSupportAnswersTest} holds each beside what the official one says, element by element.
 */
public final class SocialSupportAnswers {
    private static final String SCHEMA = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final List<String> OF_YOUTH_ONLY = List.of("GezagsdragerBekend", "Woonplaatsbeginsel");

    private SocialSupportAnswers() {}

    /** The definition; the base schema of iWmo stands beside it. */
    public static Document definition(MessageType type) {
        MessageType ofYouth = new MessageType(Law.YOUTH, type.kind());
        try {
            String text = Files.readString(
                            Shared.file("ijw-3.2/xsd/" + ofYouth.name() + ".xsd"), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .replace("ijw", "iwmo")
                    .replace("jw" + type.kind().number(), "wmo" + type.kind().number())
                    .replace("value=\"" + code(ofYouth) + "\"", "value=\"" + code(type) + "\"");
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new InputSource(new StringReader(text)));
            OF_YOUTH_ONLY.forEach(name -> remove(document, name));
            return document;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (ParserConfigurationException | SAXException broken) {
            throw new IllegalStateException(type.toString(), broken);
        }
    }

    /** The message code, by the official list of that law. */
    private static String code(MessageType type) {
        List<Map<String, String>> list = Shared.rows(type.law().key() + "-3.2/codelijsten/COD002-VEKTIS.csv");
        return list.stream()
                .filter(row -> row.get("omschrijving").equals(type.name()))
                .map(row -> row.get("code"))
                .findFirst()
                .orElseThrow();
    }

    private static void remove(Document document, String name) {
        List<Element> found = new ArrayList<>();
        for (Element element : elements(document, "element")) {
            if (element.getAttribute("name").equals(name)) {
                found.add(element);
            }
        }
        for (Element type : elements(document, "complexType")) {
            if (type.getAttribute("name").equals(name)) {
                found.add(type);
            }
        }
        found.forEach(element -> element.getParentNode().removeChild(element));
    }

    /** Elements of the schema language with this name. */
    public static List<Element> elements(Document document, String name) {
        return elements(document.getElementsByTagNameNS(SCHEMA, name));
    }

    /** As {@link #elements(Document, String)}, below one element. */
    public static List<Element> elements(Element above, String name) {
        return elements(above.getElementsByTagNameNS(SCHEMA, name));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
