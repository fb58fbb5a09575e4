package io.oceanid.adapter.triton;

import io.micrometer.core.instrument.MeterRegistry;
import io.oceanid.adapter.batch.BatchLimits;
import io.oceanid.adapter.batch.Batcher;
import io.oceanid.adapter.batch.Isolation;
import io.oceanid.adapter.kserve.InferenceException;
import io.oceanid.adapter.kserve.ModelDescription;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Makes the batcher of a model. */
record BatcherFactory(Batches batches, ModelNames names, MeterRegistry meters) {

    /** What measures the requests to a model. */
    InferenceMeter meter(ModelDescription model) {
        return new InferenceMeter(meters, names.of(model.name()), Math.max(1, model.maxBatchSize()));
    }

    /**
     * A batcher that sends no more items at once than the model takes.
     *
     * @param infer gives as many outputs as there are inputs
     */
    <I, O> Batcher<I, O> create(
            ModelDescription model,
            InferenceMeter meter,
            ToIntFunction<I> size,
            Function<List<I>, Mono<List<O>>> infer) {
        BatchLimits limits = new BatchLimits(
                Math.max(1, model.maxBatchSize()), batches.concurrency(), batches.linger(), batches.patience());
        return new Batcher<>(
                limits,
                size,
                new Isolation<>(
                        items -> meter.measured(items.size(), infer.apply(items)), BatcherFactory::isAnItemsFault),
                Schedulers.parallel());
    }

    /** A server that is away is so for every item; anything else may be one item's fault. */
    private static boolean isAnItemsFault(Throwable error) {
        return !(error instanceof InferenceException failure
                && (failure.kind() == InferenceException.Kind.UNAVAILABLE
                        || failure.kind() == InferenceException.Kind.UNKNOWN_MODEL));
    }
}
