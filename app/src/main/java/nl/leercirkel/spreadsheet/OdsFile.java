package nl.leercirkel.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/** Reads an ODS (OpenDocument 1.2 and 1.3) as a stream of its content.xml, within the same limits as an XLSX. */
public final class OdsFile {
    static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";

    private OdsFile() {}

    /** Gives all sheets, in their order, to the receiver. */
    public static void read(FileContent file, SheetLimits limits, SheetReceiver receiver)
            throws IOException, RefusedFileException {
        PackageCheck.check(file, PackageCheck.Kind.ODS, limits);
        try (ZipFile zip = file.zip()) {
            refuseEncrypted(zip);
            ZipArchiveEntry entry = zip.getEntry("content.xml");
            if (entry == null) {
                throw damaged();
            }
            try (InputStream content = zip.getInputStream(entry)) {
                XMLStreamReader xml = factory().createXMLStreamReader(content);
                sheets(xml, limits, receiver);
            }
        } catch (XMLStreamException | IOException | IllegalArgumentException broken) {
            throw damaged();
        }
    }

    /** The names of the sheets. */
    public static List<String> sheets(FileContent file, SheetLimits limits) throws IOException, RefusedFileException {
        SheetNames names = new SheetNames();
        read(file, limits, names);
        return names.names();
    }

    private static void refuseEncrypted(ZipFile zip) throws IOException, RefusedFileException {
        ZipArchiveEntry manifest = zip.getEntry("META-INF/manifest.xml");
        if (manifest == null) {
            return;
        }
        try (InputStream content = zip.getInputStream(manifest)) {
            String text = new String(content.readNBytes(1 << 20), java.nio.charset.StandardCharsets.UTF_8);
            if (text.contains("encryption-data")) {
                throw new RefusedFileException(
                        "Het bestand is beveiligd met een wachtwoord. Haal het wachtwoord eraf.");
            }
        }
    }

    private static void sheets(XMLStreamReader xml, SheetLimits limits, SheetReceiver receiver)
            throws XMLStreamException, RefusedFileException {
        long[] cellsLeft = {limits.cells()};
        boolean spreadsheet = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw damaged();
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (OFFICE.equals(xml.getNamespaceURI()) && xml.getLocalName().equals("spreadsheet")) {
                spreadsheet = true;
            } else if (spreadsheet
                    && TABLE.equals(xml.getNamespaceURI())
                    && xml.getLocalName().equals("table")) {
                String name = xml.getAttributeValue(TABLE, "name");
                String sheet = name == null ? "" : name;
                if (receiver.begin(sheet)) {
                    new OdsSheet(xml, sheet, limits, cellsLeft, receiver).read();
                } else {
                    skip(xml);
                }
            }
        }
        if (!spreadsheet) {
            throw new RefusedFileException(
                    "Dit is geen rekenblad maar een ander document. Sla de tabel op als .ods, .xlsx of .csv.");
        }
    }

    /** To the end of the element that just began. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        return factory;
    }

    static RefusedFileException damaged() {
        return new RefusedFileException(
                "Het bestand is beschadigd of geen gewoon rekenblad van LibreOffice, en kan niet worden gelezen.");
    }
}
