package io.oceanid.local.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.local.failure.CannotRunException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0"})
    void aTakenPortIsNamedWithItsFunction(String address) throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            LocalFunction function = listening(taken.getLocalPort());

            assertThatThrownBy(() -> Ports.requireFree(List.of(function)))
                    .isInstanceOf(CannotRunException.class)
                    .hasMessageStartingWith(
                            "port " + taken.getLocalPort() + " is taken, and ship-spotter has to listen");
            assertThat(Ports.freeOr(taken.getLocalPort())).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void aFreePortIsTaken() {
        int port = Ports.free();

        assertThat(Ports.freeOr(port)).isEqualTo(port);
        assertThatCode(() -> Ports.requireFree(List.of(listening(port)))).doesNotThrowAnyException();
    }

    private static LocalFunction listening(int port) {
        return new LocalFunction("ship-spotter", PortsTest.class, port, List.of(), _ -> List.of());
    }
}
