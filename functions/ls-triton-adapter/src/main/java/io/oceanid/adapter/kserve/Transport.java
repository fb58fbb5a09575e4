package io.oceanid.adapter.kserve;

/** A server as it is: asked once a call, for as long as the caller waits. */
interface Transport extends InferenceServer, AutoCloseable {

    @Override
    void close();
}
