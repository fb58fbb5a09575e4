package io.oceanid.source.broker;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.codec.PrematureChannelClosureException;
import io.netty.handler.timeout.ReadTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;

/**
 * What became of a post.
 *
 * @param words that follow "the broker"
 */
public record Verdict(Outcome outcome, String words) {

    /** The answers that Knative has senders try again, besides 5xx (specs/eventing/data-plane). */
    private static final Set<Integer> FOR_NOW = Set.of(404, 408, 409, 429);

    /** The kinds there are; few, since meters are kept by them. */
    public enum Outcome {
        /** It has the event now. */
        ACCEPTED,
        /** It does not want the event, whoever asks again. */
        REFUSED,
        /** It does not want the event for now. */
        UNAVAILABLE,
        /** No connection. */
        UNREACHABLE,
        /** A connection that ended before the answer did, or an answer that is none. */
        CUT_OFF,
        /** No answer in time. */
        LATE,
        /** Not sent: too many wait already. */
        OVERFLOW,
        /** Not sent: of late there was no answer. */
        LEFT_ALONE
    }

    static final Verdict LATE = new Verdict(Outcome.LATE, "did not answer in time");

    static Verdict of(int status) {
        if (status >= 200 && status < 300) {
            return new Verdict(Outcome.ACCEPTED, "answered " + status);
        }
        return new Verdict(
                status >= 500 || FOR_NOW.contains(status) ? Outcome.UNAVAILABLE : Outcome.REFUSED,
                "answered " + status);
    }

    static Verdict of(Throwable failure) {
        return switch (failure) {
            case CallNotPermittedException _ ->
                new Verdict(Outcome.LEFT_ALONE, "is not asked for now, since it did not answer of late");
            case PoolAcquirePendingLimitException _ -> new Verdict(Outcome.OVERFLOW, "has too many waiting already");
            case TimeoutException _ -> LATE;
            case ReadTimeoutException _ -> LATE;
            case ConnectTimeoutException _ -> unreachable();
            case ConnectException _ -> unreachable();
            case NoRouteToHostException _ -> unreachable();
            case UnknownHostException _ -> unreachable();
            case IOException _ -> cutOff();
            case PrematureChannelClosureException _ -> cutOff();
            default -> new Verdict(Outcome.CUT_OFF, "answered with something that is no HTTP");
        };
    }

    /** Whether the broker has the event. */
    public boolean isAccepted() {
        return outcome == Outcome.ACCEPTED;
    }

    /** Whether the next moment may bring another one. */
    boolean isWorthAnotherTry() {
        return switch (outcome) {
            case UNAVAILABLE, UNREACHABLE, CUT_OFF -> true;
            case ACCEPTED, REFUSED, LATE, OVERFLOW, LEFT_ALONE -> false;
        };
    }

    /** Whether a failure shows that nobody is there, rather than somebody who has other things to do. */
    static boolean isNobody(Throwable failure) {
        Outcome outcome = of(failure).outcome();
        return outcome == Outcome.LATE || outcome == Outcome.UNREACHABLE;
    }

    private static Verdict cutOff() {
        return new Verdict(Outcome.CUT_OFF, "hung up");
    }

    private static Verdict unreachable() {
        return new Verdict(Outcome.UNREACHABLE, "cannot be reached");
    }
}
