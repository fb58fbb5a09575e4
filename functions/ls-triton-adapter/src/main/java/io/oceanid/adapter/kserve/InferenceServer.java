package io.oceanid.adapter.kserve;

import java.util.List;
import reactor.core.publisher.Mono;

/**
 * A server that speaks KServe v2. All failures are {@link InferenceException}s; a call that is cancelled ends on the
 * wire too.
 *
 * <p>Thread-safe.
 */
public interface InferenceServer {

    /**
     * What the server says of a model. Asked once and kept for a while, until the server says that it knows the model
     * no longer or refuses a request to it.
     *
     * @param model its name, or {@code name/version}
     */
    Mono<ModelDescription> describe(String model);

    /** Runs one request; the outputs in the order in which they were asked for. */
    Mono<List<Tensor>> infer(InferRequest request);
}
