package nl.leercirkel.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads the wanted sheets of an XLSX as a stream; whatever is odd about the file refuses it with a reason in Dutch. */
final class WorkbookReader {
    static {
        // The check of the package has measured the parts already; these hold for whatever POI unpacks itself.
        ZipSecureFile.setMaxEntrySize(PackageCheck.LARGEST_UNPACKED);
    }

    private WorkbookReader() {}

    static List<RawSheet> read(Path file, Set<String> wanted) throws IOException, RefusedFileException {
        PackageCheck.check(file);
        try (OPCPackage opened = OPCPackage.open(file.toFile(), PackageAccess.READ)) {
            XSSFReader reader = new XSSFReader(opened);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            List<RawSheet> found = new ArrayList<>();
            int[] cellsLeft = {SheetHandler.MOST_CELLS};
            while (sheets.hasNext()) {
                try (InputStream content = sheets.next()) {
                    String name = sheets.getSheetName();
                    if (wanted.contains(name)) {
                        SheetHandler handler = new SheetHandler(name, strings, reader.getStylesTable(), cellsLeft);
                        XMLReader parser = XMLHelper.newXMLReader();
                        parser.setContentHandler(handler);
                        parser.parse(new InputSource(content));
                        found.add(handler.sheet());
                    }
                }
            }
            return found;
        } catch (SAXException stopped) {
            if (stopped.getException() instanceof RefusedFileException refused) {
                throw refused;
            }
            throw damaged();
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | POIXMLException
                | RecordFormatException
                | ParserConfigurationException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException broken) {
            throw damaged();
        }
    }

    private static RefusedFileException damaged() {
        return new RefusedFileException(
                "Het bestand is beschadigd of geen gewoon Excelbestand, en kan niet worden gelezen.");
    }
}
