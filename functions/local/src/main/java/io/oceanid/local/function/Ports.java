package io.oceanid.local.function;

import io.oceanid.local.failure.CannotRunException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;

/** Ports of loopback. */
public final class Ports {

    private static final int PATIENCE_MILLIS = 500;

    private Ports() {}

    /** @throws CannotRunException if somebody else listens where one of the functions has to */
    public static void requireFree(List<LocalFunction> functions) {
        functions.stream()
                .filter(function -> !isFree(function.port()))
                .findFirst()
                .ifPresent(function -> {
                    throw taken(function);
                });
    }

    /** The port where it is free, else another one that is. */
    public static int freeOr(int wanted) {
        return isFree(wanted) ? wanted : free();
    }

    /** A port that nobody listens on. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CannotRunException taken(LocalFunction function) {
        return new CannotRunException("port " + function.port() + " is taken, and " + function.name()
                + " has to listen there: end what does now, and start again");
    }

    static boolean isFree(int port) {
        return !answers(port) && canListen(port);
    }

    /** Beside one that listens on all addresses, some systems let others listen on a single one. */
    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private static boolean canListen(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
