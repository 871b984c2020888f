package nl.leercirkel.standards.ijw.rule;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import nl.leercirkel.standards.ijw.message.Message;
import nl.leercirkel.standards.ijw.stream.MessageWriter;

/** A message as a file. */
final class Written {
    private Written() {}

    static byte[] bytes(Message message) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        MessageWriter.write(message, out);
        return out.toByteArray();
    }
}
