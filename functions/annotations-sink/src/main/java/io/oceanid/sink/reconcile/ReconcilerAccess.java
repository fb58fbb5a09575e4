package io.oceanid.sink.reconcile;

/** The reconciler, where there is a Label Studio to read from. */
@FunctionalInterface
interface ReconcilerAccess {

    /** @throws io.oceanid.support.failure.DependencyUnavailableException where there is none */
    Reconciler reconciler();
}
