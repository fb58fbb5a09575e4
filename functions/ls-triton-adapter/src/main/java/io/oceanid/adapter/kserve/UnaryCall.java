package io.oceanid.adapter.kserve;

import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.Status;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.MonoSink;

/** One request and one answer over gRPC, for who subscribed; cancelled when that one is gone. */
final class UnaryCall<A> extends ClientCall.Listener<A> {

    private final MonoSink<A> sink;
    private @Nullable A answer;

    private UnaryCall(MonoSink<A> sink) {
        this.sink = sink;
    }

    static <Q, A> void start(ClientCall<Q, A> call, Q request, Metadata headers, MonoSink<A> sink) {
        sink.onCancel(() -> call.cancel("nobody waits for it", null));
        call.start(new UnaryCall<>(sink), headers);
        // two, so that one too many is seen
        call.request(2);
        call.sendMessage(request);
        call.halfClose();
    }

    @Override
    public void onMessage(A message) {
        answer = message;
    }

    @Override
    public void onClose(Status status, Metadata trailers) {
        if (!status.isOk()) {
            sink.error(status.asRuntimeException());
        } else if (answer == null) {
            sink.error(
                    Status.INTERNAL.withDescription("no message in the answer").asRuntimeException());
        } else {
            sink.success(answer);
        }
    }
}
