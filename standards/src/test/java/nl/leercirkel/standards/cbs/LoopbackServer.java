package nl.leercirkel.standards.cbs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;

/** A web server on this machine that can also do what servers should not: break off, fall silent, answer nonsense. */
final class LoopbackServer implements AutoCloseable {

    /** How an answer goes wrong. */
    enum Fault {
        NONE,
        /** Half of it, then the connection closes. */
        BROKEN_OFF,
        /** Half of it, then nothing until the server closes. */
        SILENT
    }

    record Reply(int status, String headers, String body, Fault fault) {

        static Reply of(String body) {
            return new Reply(200, "", body, Fault.NONE);
        }

        static Reply status(int status, String headers) {
            return new Reply(status, headers, "{}", Fault.NONE);
        }
    }

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Function<String, Reply> replies;
    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** @param replies by path and query, decoded */
    LoopbackServer(Function<String, Reply> replies) throws IOException {
        this.replies = replies;
        Thread.ofVirtual().start(this::serve);
    }

    URI base() {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/odata");
    }

    /** What was asked, in order. */
    List<String> asked() {
        return asked;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                Thread.ofVirtual().start(() -> answer(connection));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void answer(Socket connection) {
        try (connection;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = connection.getOutputStream()) {
            String path = URLDecoder.decode(in.readLine().split(" ")[1], StandardCharsets.UTF_8);
            for (String header = in.readLine(); header != null && !header.isEmpty(); ) {
                header = in.readLine();
            }
            asked.add(path);
            Reply reply = replies.apply(path);
            byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
            out.write(("HTTP/1.1 " + reply.status() + " X\r\nContent-Type: application/json\r\nConnection: close\r\n"
                            + reply.headers() + "Content-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            int part = reply.fault() == Fault.NONE ? body.length : body.length / 2;
            out.write(body, 0, part);
            out.flush();
            if (reply.fault() == Fault.SILENT) {
                closing.await();
            }
        } catch (IOException | InterruptedException _) {
            // the client went away
        }
    }

    @Override
    public void close() throws IOException {
        closing.countDown();
        socket.close();
    }
}
