package nl.leercirkel.spreadsheet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.ooxml.POIXMLException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/** Reads an XLSX as a stream; whatever is odd about the file refuses it with a reason in Dutch. */
public final class XlsxFile {
    static {
        // The check of the package has measured the parts already; these hold for whatever POI unpacks itself.
        ZipSecureFile.setMaxEntrySize(SheetLimits.LARGE.unpacked());
        // A sheet of empty rows packs better than POI believes of an honest file; the check above counts bytes instead.
        ZipSecureFile.setMinInflateRatio(0);
    }

    private XlsxFile() {}

    /** Gives all sheets, in their order, to the receiver. */
    public static void read(Path file, SheetLimits limits, SheetReceiver receiver)
            throws IOException, RefusedFileException {
        read(FileContent.of(file), limits, receiver);
    }

    /** The same of a file that may be in memory. */
    public static void read(FileContent file, SheetLimits limits, SheetReceiver receiver)
            throws IOException, RefusedFileException {
        PackageCheck.check(file, PackageCheck.Kind.XLSX, limits);
        try (ZipFileZipEntrySource source = new ZipFileZipEntrySource(file.zip());
                OPCPackage opened = OPCPackage.open(source)) {
            XSSFReader reader = new XSSFReader(opened);
            ReadOnlySharedStringsTable strings = new ReadOnlySharedStringsTable(opened);
            XSSFReader.SheetIterator sheets = (XSSFReader.SheetIterator) reader.getSheetsData();
            long[] cellsLeft = {limits.cells()};
            while (sheets.hasNext()) {
                try (InputStream content = sheets.next()) {
                    String name = sheets.getSheetName();
                    if (receiver.begin(name)) {
                        sheet(
                                content,
                                new XlsxSheet(name, strings, reader.getStylesTable(), limits, cellsLeft, receiver));
                    }
                }
            }
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

    /** The names of the sheets, of which nothing else is read. */
    public static List<String> sheets(FileContent file, SheetLimits limits) throws IOException, RefusedFileException {
        SheetNames names = new SheetNames();
        read(file, limits, names);
        return names.names();
    }

    private static void sheet(InputStream content, XlsxSheet handler)
            throws IOException, SAXException, ParserConfigurationException {
        XMLReader parser = XMLHelper.newXMLReader();
        parser.setContentHandler(handler);
        try {
            parser.parse(new InputSource(content));
        } catch (SAXException stopped) {
            if (!(stopped instanceof XlsxSheet.Enough)) {
                throw stopped;
            }
        }
    }

    private static RefusedFileException damaged() {
        return new RefusedFileException(
                "Het bestand is beschadigd of geen gewoon Excelbestand, en kan niet worden gelezen.");
    }
}
