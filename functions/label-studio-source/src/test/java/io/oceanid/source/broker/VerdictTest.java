package io.oceanid.source.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ConnectTimeoutException;
import io.netty.handler.timeout.ReadTimeoutException;
import io.oceanid.source.broker.Verdict.Outcome;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class VerdictTest {

    /** As Knative's data plane has it. */
    @ParameterizedTest
    @CsvSource({
        "200, ACCEPTED, false",
        "202, ACCEPTED, false",
        "299, ACCEPTED, false",
        "300, REFUSED, false",
        "307, REFUSED, false",
        "400, REFUSED, false",
        "403, REFUSED, false",
        "404, UNAVAILABLE, true",
        "408, UNAVAILABLE, true",
        "409, UNAVAILABLE, true",
        "410, REFUSED, false",
        "429, UNAVAILABLE, true",
        "500, UNAVAILABLE, true",
        "599, UNAVAILABLE, true"
    })
    void aStatusIsAVerdict(int status, Outcome outcome, boolean again) {
        Verdict verdict = Verdict.of(status);

        assertThat(verdict.outcome()).isEqualTo(outcome);
        assertThat(verdict.isAccepted()).isEqualTo(outcome == Outcome.ACCEPTED);
        assertThat(verdict.isWorthAnotherTry()).isEqualTo(again);
        assertThat(verdict.words()).isEqualTo("answered " + status);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(ReadTimeoutException.INSTANCE, Outcome.LATE),
                Arguments.of(new TimeoutException("s3cret"), Outcome.LATE),
                Arguments.of(new ConnectTimeoutException("s3cret"), Outcome.UNREACHABLE),
                Arguments.of(new ConnectException("s3cret"), Outcome.UNREACHABLE),
                Arguments.of(new NoRouteToHostException("s3cret"), Outcome.UNREACHABLE),
                Arguments.of(new UnknownHostException("s3cret"), Outcome.UNREACHABLE),
                Arguments.of(new SocketException("s3cret"), Outcome.CUT_OFF),
                Arguments.of(new IllegalArgumentException("s3cret"), Outcome.CUT_OFF));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void soIsAFailureWhoseOwnWordsStayBehind(Throwable failure, Outcome outcome) {
        assertThat(Verdict.of(failure).outcome()).isEqualTo(outcome);
        assertThat(Verdict.of(failure).words()).isNotBlank().doesNotContain("s3cret");
    }
}
