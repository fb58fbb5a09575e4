package io.oceanid.adapter.kserve;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import inference.GRPCInferenceServiceGrpc;
import inference.ModelConfigRequest;
import inference.ModelConfigResponse;
import inference.ModelInferRequest;
import inference.ModelInferRequest.InferInputTensor;
import inference.ModelInferRequest.InferRequestedOutputTensor;
import inference.ModelMetadataRequest;
import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.oceanid.adapter.kserve.InferenceException.Kind;
import io.oceanid.support.telemetry.Telemetry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/** A server asked over gRPC. */
final class GrpcInferenceServer implements Transport {

    private final ManagedChannel channel;
    private final InferenceServerSettings settings;
    private final RpcCalls calls;

    /** One that nobody watches. */
    GrpcInferenceServer(InferenceServerSettings settings) {
        this(settings, Telemetry.none());
    }

    GrpcInferenceServer(InferenceServerSettings settings, Telemetry telemetry) {
        this.settings = settings;
        this.calls = new RpcCalls(telemetry.observations());
        this.channel = GrpcChannel.to(settings);
    }

    @Override
    public Mono<ModelDescription> describe(String model) {
        String what = "model " + OneLine.of(model);
        ModelName name = ModelName.of(model);
        ModelMetadataRequest metadata = ModelMetadataRequest.newBuilder()
                .setName(name.name())
                .setVersion(name.version())
                .build();
        ModelConfigRequest config = ModelConfigRequest.newBuilder()
                .setName(name.name())
                .setVersion(name.version())
                .build();
        return call(what, GRPCInferenceServiceGrpc.getModelMetadataMethod(), metadata)
                .map(answer -> read(what, () -> GrpcTensors.description(answer)))
                .flatMap(described -> calling(GRPCInferenceServiceGrpc.getModelConfigMethod(), config)
                        .map(answer -> withConfig(described, answer))
                        // not Triton
                        .onErrorReturn(GrpcInferenceServer::isUnimplemented, described)
                        .onErrorMap(failure -> GrpcFailures.of(what, failure)));
    }

    @Override
    public Mono<List<Tensor>> infer(InferRequest request) {
        String what = "model " + OneLine.of(request.model());
        return call(what, GRPCInferenceServiceGrpc.getModelInferMethod(), message(request))
                .map(answer -> read(what, () -> InferAnswer.wanted(request.outputs(), GrpcTensors.read(answer))));
    }

    @Override
    public void close() {
        channel.shutdown();
    }

    private <Q, A> Mono<A> call(String what, MethodDescriptor<Q, A> method, Q request) {
        return calling(method, request).onErrorMap(failure -> GrpcFailures.of(what, failure));
    }

    private <Q, A> Mono<A> calling(MethodDescriptor<Q, A> method, Q request) {
        return calls.observe(
                method,
                trace -> Mono.create(sink -> {
                    // told to the server, which need not work for nobody
                    CallOptions options = CallOptions.DEFAULT.withDeadlineAfter(
                            settings.timeouts().call().toNanos(), TimeUnit.NANOSECONDS);
                    UnaryCall.start(channel.newCall(method, options), request, trace, sink);
                }));
    }

    private static ModelInferRequest message(InferRequest request) {
        ModelName model = ModelName.of(request.model());
        ModelInferRequest.Builder message =
                ModelInferRequest.newBuilder().setModelName(model.name()).setModelVersion(model.version());
        for (Tensor tensor : request.inputs()) {
            message.addInputs(InferInputTensor.newBuilder()
                    .setName(tensor.name())
                    .setDatatype(tensor.type().name())
                    .addAllShape(tensor.shape()));
            // not copied: nobody writes to a tensor
            ByteString data = UnsafeByteOperations.unsafeWrap(tensor.data());
            message.addRawInputContents(data);
        }
        request.outputs()
                .forEach(name -> message.addOutputs(
                        InferRequestedOutputTensor.newBuilder().setName(name)));
        return message.build();
    }

    private static ModelDescription withConfig(ModelDescription described, ModelConfigResponse answer) {
        Map<String, String> parameters = new LinkedHashMap<>();
        answer.getConfig().getParametersMap().forEach((name, value) -> parameters.put(name, value.getStringValue()));
        return described.with(answer.getConfig().getMaxBatchSize(), parameters);
    }

    private static boolean isUnimplemented(Throwable failure) {
        return failure instanceof StatusRuntimeException known
                && known.getStatus().getCode() == Status.Code.UNIMPLEMENTED;
    }

    private static <T> T read(String what, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new InferenceException(
                    Kind.UNUSABLE_ANSWER,
                    what + ": the answer is unusable: " + OneLine.of(String.valueOf(e.getMessage())),
                    e);
        }
    }
}
