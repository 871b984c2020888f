package nl.leercirkel.standards.ijw.stream;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Tells from its first bytes that a file is something other than XML, to say so in words people know. */
final class FileKind {
    static final int LOOK = 64;

    private FileKind() {}

    /** What the file is instead of XML, in Dutch, or null when it may be XML. */
    static @Nullable String notXml(byte[] start, int length) {
        if (length == 0) {
            return "Het bestand is leeg.";
        }
        if (begins(start, length, 'P', 'K', 3, 4) || begins(start, length, 'P', 'K', 5, 6)) {
            return "Dit is een zip-bestand (of een Office-bestand), geen XML. Pak het eerst uit.";
        }
        if (begins(start, length, 0x1F, 0x8B)) {
            return "Dit is een gecomprimeerd bestand (gzip), geen XML. Pak het eerst uit.";
        }
        if (begins(start, length, '%', 'P', 'D', 'F')) {
            return "Dit is een PDF-bestand, geen XML.";
        }
        if (begins(start, length, 0xD0, 0xCF, 0x11, 0xE0)) {
            return "Dit is een oud Office-bestand, geen XML.";
        }
        String text = new String(start, 0, length, StandardCharsets.ISO_8859_1).stripLeading();
        if (text.startsWith("{") || text.startsWith("[")) {
            return "Dit lijkt JSON, geen XML.";
        }
        return null;
    }

    private static boolean begins(byte[] start, int length, int... bytes) {
        if (length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((start[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
