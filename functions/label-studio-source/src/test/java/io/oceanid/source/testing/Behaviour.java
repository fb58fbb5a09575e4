package io.oceanid.source.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.oceanid.source.testing.FakeBroker.Posted;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/** How a fake broker answers. */
public interface Behaviour {

    /**
     * Answers a request.
     *
     * @param count how many came, this one included
     * @return whether the connection stays
     */
    boolean answer(Posted post, int count, Socket connection) throws IOException;

    /** With a status, and words that nobody is to see. */
    static Behaviour answering(int status) {
        return saying(head(status) + "Content-Length: 7\r\n\r\ns3cret!");
    }

    /** With these bytes. */
    static Behaviour saying(String bytes) {
        return (_, _, connection) -> {
            connection.getOutputStream().write(bytes.getBytes(ISO_8859_1));
            return true;
        };
    }

    /** A byte at a time, with a pause after each. */
    static Behaviour dripping(int status, Duration pause) {
        return (_, _, connection) -> {
            OutputStream out = connection.getOutputStream();
            for (byte b : (head(status) + "Content-Length: 0\r\n\r\n").getBytes(ISO_8859_1)) {
                out.write(b);
                out.flush();
                LockSupport.parkNanos(pause.toNanos());
            }
            return true;
        };
    }

    /** So, but so much later. */
    default Behaviour after(Duration pause) {
        return (post, count, connection) -> {
            LockSupport.parkNanos(pause.toNanos());
            return answer(post, count, connection);
        };
    }

    /** So, but not before the latch is down. */
    default Behaviour heldBy(CountDownLatch latch) {
        return (post, count, connection) -> {
            try {
                latch.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            return answer(post, count, connection);
        };
    }

    /** Begins an answer, and hangs up. */
    static Behaviour hangingUpAfter(String bytes) {
        return (post, count, connection) -> {
            saying(bytes).answer(post, count, connection);
            return false;
        };
    }

    /** So for the first requests, then otherwise. */
    default Behaviour times(int requests, Behaviour then) {
        return (post, count, connection) -> (count <= requests ? this : then).answer(post, count, connection);
    }

    /** So for some requests, otherwise for the rest. */
    default Behaviour forThose(Predicate<Posted> which, Behaviour others) {
        return (post, count, connection) -> (which.test(post) ? this : others).answer(post, count, connection);
    }

    private static String head(int status) {
        return "HTTP/1.1 " + status + " Whatever\r\n";
    }
}
