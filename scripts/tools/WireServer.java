import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Answers HTTP requests by ready-made answers, over connections that are kept: as little server as there can be. */
final class WireServer implements AutoCloseable {

    private final ServerSocket server = new ServerSocket(0, 500, InetAddress.getLoopbackAddress());
    private final Answers answers;

    /** From a whole request to a whole answer. */
    interface Answers {
        byte[] to(byte[] request) throws InterruptedException;
    }

    WireServer(Answers answers) throws IOException {
        this.answers = answers;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String url() {
        return "http://127.0.0.1:%d".formatted(server.getLocalPort());
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket connection = server.accept();
                connection.setTcpNoDelay(true);
                Thread.ofPlatform().daemon().start(() -> serve(connection));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            InputStream in = new BufferedInputStream(connection.getInputStream(), 1 << 16);
            while (true) {
                connection.getOutputStream().write(answers.to(read(in)));
            }
        } catch (IOException | InterruptedException _) {
            // the other side hung up
        }
    }

    private static byte[] read(InputStream in) throws IOException {
        ByteArrayOutputStream request = new ByteArrayOutputStream(4_096);
        int length = 0;
        for (String line = line(in, request); !line.isEmpty(); line = line(in, request)) {
            if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
                length = Integer.parseInt(line.substring(15).strip());
            }
        }
        request.write(in.readNBytes(length));
        return request.toByteArray();
    }

    private static String line(InputStream in, ByteArrayOutputStream into) throws IOException {
        int begin = into.size();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new EOFException();
            }
            into.write(b);
        }
        into.write('\n');
        byte[] all = into.toByteArray();
        return new String(Arrays.copyOfRange(all, begin, all.length), StandardCharsets.ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
