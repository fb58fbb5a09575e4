package io.oceanid.adapter.kserve;

import inference.GRPCInferenceServiceGrpc.GRPCInferenceServiceImplBase;
import inference.ModelConfigRequest;
import inference.ModelConfigResponse;
import inference.ModelInferRequest;
import inference.ModelInferResponse;
import inference.ModelMetadataRequest;
import inference.ModelMetadataResponse;
import io.grpc.Context;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A gRPC server on loopback that says what it is told to say. */
final class FakeGrpcServer extends GRPCInferenceServiceImplBase implements ServerInterceptor, AutoCloseable {

    final List<ModelInferRequest> inferences = new CopyOnWriteArrayList<>();
    final List<Metadata> headers = new CopyOnWriteArrayList<>();
    final AtomicInteger cancelled = new AtomicInteger();

    private final Server server;
    private volatile ModelInferResponse answer = ModelInferResponse.getDefaultInstance();
    private volatile ModelMetadataResponse metadata = ModelMetadataResponse.getDefaultInstance();
    private volatile ModelConfigResponse config = ModelConfigResponse.getDefaultInstance();
    private volatile Status status = Status.OK;
    private volatile Status configStatus = Status.OK;
    private volatile boolean silent;

    private FakeGrpcServer() throws IOException {
        server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .addService(this)
                .intercept(this)
                .build()
                .start();
    }

    static FakeGrpcServer start() {
        try {
            return new FakeGrpcServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "grpc://127.0.0.1:" + server.getPort();
    }

    /** Whatever is asked ends like this. */
    void fails(Status how) {
        status = how;
    }

    /** Knows nothing of configs, as servers other than Triton do. */
    void hasNoConfig() {
        configStatus = Status.UNIMPLEMENTED;
    }

    void answers(ModelInferResponse next) {
        answer = next;
    }

    void describes(ModelMetadataResponse itsMetadata, ModelConfigResponse itsConfig) {
        metadata = itsMetadata;
        config = itsConfig;
    }

    void becomesSilent() {
        silent = true;
    }

    @Override
    public void modelMetadata(ModelMetadataRequest request, StreamObserver<ModelMetadataResponse> to) {
        end(metadata, status, to);
    }

    @Override
    public void modelConfig(ModelConfigRequest request, StreamObserver<ModelConfigResponse> to) {
        end(config, configStatus, to);
    }

    @Override
    public void modelInfer(ModelInferRequest request, StreamObserver<ModelInferResponse> to) {
        inferences.add(request);
        Context.current().addListener(_ -> cancelled.incrementAndGet(), Runnable::run);
        end(answer, status, to);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata sent, ServerCallHandler<Q, A> next) {
        headers.add(sent);
        return next.startCall(call, sent);
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private <A> void end(A message, Status how, StreamObserver<A> to) {
        if (silent) {
            return;
        }
        if (how.isOk()) {
            to.onNext(message);
            to.onCompleted();
        } else {
            to.onError(how.asRuntimeException());
        }
    }
}
