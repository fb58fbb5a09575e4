package io.oceanid.sink.chaos;

import io.oceanid.events.codec.CloudEventCodec.HttpMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Posts as a broker does on a bad day. */
final class RudeClient {

    private final int port;

    RudeClient(int port) {
        this.port = port;
    }

    /** Posts and answers the status; 0 where there was none. */
    int post(HttpMessage message) {
        try (Socket socket = connect()) {
            send(socket, message, message.body().length);
            return status(socket.getInputStream());
        } catch (IOException _) {
            return 0;
        }
    }

    /** Posts all of it and does not wait for the answer. */
    void postAndHangUp(HttpMessage message) {
        postPart(message, message.body().length);
    }

    /** Hangs up in the middle of the body. */
    void hangUpInTheMiddle(HttpMessage message) {
        postPart(message, message.body().length / 2);
    }

    private void postPart(HttpMessage message, int bytes) {
        try (Socket socket = connect()) {
            send(socket, message, bytes);
        } catch (IOException _) {
            // so be it
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static void send(Socket socket, HttpMessage message, int bytes) throws IOException {
        StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\nHost: sink\r\nConnection: close\r\n");
        message.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ").append(message.body().length).append("\r\n\r\n");
        OutputStream out = socket.getOutputStream();
        out.write(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        out.write(message.body(), 0, bytes);
        out.flush();
    }

    private static int status(InputStream in) throws IOException {
        byte[] start = in.readNBytes("HTTP/1.1 204".length());
        return start.length < 12 ? 0 : Integer.parseInt(new String(start, 9, 3, StandardCharsets.US_ASCII));
    }
}
