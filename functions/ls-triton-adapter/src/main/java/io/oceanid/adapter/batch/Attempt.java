package io.oceanid.adapter.batch;

/** How one item of a batch fared. */
public sealed interface Attempt<O> {

    /** It was done. */
    record Done<O>(O output) implements Attempt<O> {}

    /** It could not be done, whatever became of the others. */
    record Failed<O>(Throwable reason) implements Attempt<O> {}
}
