package io.oceanid.adapter.kserve;

import io.oceanid.adapter.kserve.InferenceException.Kind;
import io.oceanid.support.telemetry.Telemetry;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

/**
 * A server asked over HTTP: with tensors in binary where it says that it knows the binary tensor extension, in JSON
 * where it does not or says nothing of itself.
 */
final class HttpInferenceServer implements Transport {

    private static final Set<Integer> NO_SUCH_PATH = Set.of(404, 405, 501);

    private final HttpCalls calls;
    private final InferenceServerSettings settings;
    private final Kept<Boolean> binary;

    /** One that nobody watches. */
    HttpInferenceServer(InferenceServerSettings settings) {
        this(settings, Telemetry.none());
    }

    HttpInferenceServer(InferenceServerSettings settings, Telemetry telemetry) {
        this.settings = settings;
        this.calls = new HttpCalls(settings, telemetry);
        this.binary = new Kept<>(knowsBinaryTensors(), settings.descriptionsFor());
    }

    @Override
    public Mono<ModelDescription> describe(String model) {
        String what = "model " + OneLine.of(model);
        String path = ModelName.of(model).path();
        return calls.get(what, path)
                .map(answer -> read(what, answer, ok -> Descriptions.model(ok.body())))
                .flatMap(described -> calls.get(what, path + "/config")
                        .map(answer -> NO_SUCH_PATH.contains(answer.status())
                                ? described
                                : read(what, answer, ok -> Descriptions.withConfig(described, ok.body()))));
    }

    @Override
    public Mono<List<Tensor>> infer(InferRequest request) {
        String what = "model " + OneLine.of(request.model());
        return binary.get()
                .flatMap(inBinary -> calls.post(
                        what, ModelName.of(request.model()).path() + "/infer", body(what, request, inBinary)))
                .map(answer -> read(
                        what,
                        answer,
                        ok -> InferAnswer.wanted(request.outputs(), InferAnswer.read(ok.body(), ok.headLength()))))
                // another server may have taken its place
                .doOnError(
                        failure -> failure instanceof InferenceException known && known.kind() == Kind.REFUSED,
                        _ -> binary.forget());
    }

    @Override
    public void close() {
        calls.close();
    }

    private Mono<Boolean> knowsBinaryTensors() {
        return calls.get("the inference server", "/v2").map(answer -> {
            if (answer.status() != 200) {
                InferenceException failure = HttpFailures.of("the inference server", answer);
                if (failure.kind() == Kind.UNAVAILABLE) {
                    throw failure;
                }
                return false;
            }
            return read("the inference server", answer, ok -> Descriptions.knowsBinaryTensors(ok.body()));
        });
    }

    private InferBody body(String what, InferRequest request, boolean inBinary) {
        try {
            InferBody body = inBinary ? InferBody.binary(request) : InferBody.json(request);
            int gzipAbove = settings.transfer().gzipAbove();
            return gzipAbove > 0 ? body.gzippedAbove(gzipAbove) : body;
        } catch (IllegalArgumentException e) {
            throw new InferenceException(Kind.REFUSED, what + ": " + OneLine.of(String.valueOf(e.getMessage())), e);
        }
    }

    private static <T> T read(String what, HttpAnswer answer, Function<HttpAnswer, T> reader) {
        if (answer.status() != 200) {
            throw HttpFailures.of(what, answer);
        }
        try {
            return reader.apply(answer);
        } catch (IllegalArgumentException | ArithmeticException | JacksonException e) {
            throw HttpFailures.unusable(what, answer, e);
        }
    }
}
