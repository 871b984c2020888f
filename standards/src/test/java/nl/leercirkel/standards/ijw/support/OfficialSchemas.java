package nl.leercirkel.standards.ijw.support;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import nl.leercirkel.standards.Shared;
import nl.leercirkel.standards.ijw.definition.Law;
import nl.leercirkel.standards.ijw.definition.MessageType;
import org.xml.sax.SAXException;

/** The official definitions, run by the JDK's own validator; skips the test where they are absent. */
public final class OfficialSchemas {
    private static final Map<MessageType, Validator> VALIDATORS = new HashMap<>();

    private OfficialSchemas() {}

    /** Whether the official definition takes the file. */
    public static boolean accepts(MessageType type, String xml) {
        return accepts(type, xml.getBytes(StandardCharsets.UTF_8));
    }

    public static synchronized boolean accepts(MessageType type, byte[] xml) {
        Validator validator = VALIDATORS.computeIfAbsent(type, OfficialSchemas::validator);
        validator.reset();
        validator.setErrorHandler(new Strict());
        try {
            validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
            return true;
        } catch (SAXException invalid) {
            return false;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Validator validator(MessageType type) {
        try {
            return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(source(type))
                    .newValidator();
        } catch (SAXException invalid) {
            throw new IllegalStateException(type.toString(), invalid);
        }
    }

    private static Source source(MessageType type) {
        boolean notAtHand = type.law() == Law.SOCIAL_SUPPORT && type.kind().isAnswer();
        if (notAtHand) {
            Path base = Shared.file("iwmo-3.2/xsd/Basisschema.xsd");
            return new DOMSource(
                    SocialSupportAnswers.definition(type), base.toUri().toString());
        }
        return new StreamSource(Shared.file(type.law().key() + "-3.2/xsd/" + type.name() + ".xsd")
                .toFile());
    }

    /** Errors end the check instead of being printed. */
    private static final class Strict implements org.xml.sax.ErrorHandler {
        @Override
        public void warning(org.xml.sax.SAXParseException exception) {}

        @Override
        public void error(org.xml.sax.SAXParseException exception) throws SAXException {
            throw exception;
        }

        @Override
        public void fatalError(org.xml.sax.SAXParseException exception) throws SAXException {
            throw exception;
        }
    }
}
