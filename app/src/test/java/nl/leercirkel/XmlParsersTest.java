package nl.leercirkel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLEventFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.transform.TransformerFactory;
import nl.leercirkel.standards.ijw.stream.MessageReader;
import org.junit.jupiter.api.Test;

/** The reader of messages brings an XML parser of its own to the class path; everybody else keeps the JDK's. */
class XmlParsersTest {
    @Test
    void whoAsksForAnXmlParserGetsTheJdks() throws Exception {
        Class.forName(Application.class.getName());
        assertThat(XMLInputFactory.newFactory().getClass().getModule().getName())
                .isEqualTo("java.xml");
        assertThat(XMLInputFactory.newInstance().getClass().getModule().getName())
                .isEqualTo("java.xml");
        assertThat(XMLOutputFactory.newFactory().getClass().getModule().getName())
                .isEqualTo("java.xml");
        assertThat(XMLEventFactory.newFactory().getClass().getModule().getName())
                .isEqualTo("java.xml");
        // Aalto offers none of these; a change of that would be seen here.
        assertThat(SAXParserFactory.newInstance().getClass().getName()).doesNotContain("aalto");
        assertThat(DocumentBuilderFactory.newInstance().getClass().getName()).doesNotContain("aalto");
        assertThat(TransformerFactory.newInstance().getClass().getName()).doesNotContain("aalto");
        var event = XMLInputFactory.newFactory().createXMLEventReader(new StringReader("<a><b/></a>"));
        assertThat(event.nextTag().asStartElement().getName().getLocalPart()).isEqualTo("a");
    }

    @Test
    void theReaderOfMessagesHasItsOwn() throws Exception {
        byte[] message = Files.readAllBytes(Path.of("..", "docs", "standaarden", "JW301.xml"));
        assertThat(new MessageReader()
                        .read(new ByteArrayInputStream(message), (part, place) -> {})
                        .valid())
                .isTrue();
        assertThat(new MessageReader()
                        .read(
                                new ByteArrayInputStream("geen xml".getBytes(StandardCharsets.UTF_8)),
                                (part, place) -> {})
                        .valid())
                .isFalse();
    }
}
