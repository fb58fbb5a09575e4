package io.oceanid.support.cloudevents;

import io.cloudevents.CloudEvent;

/** What a PingSource of Knative's sends by its schedule: time to do what is to be done again and again. */
public final class KnativePing {

    private static final String TYPE = "dev.knative.sources.ping";

    private KnativePing() {}

    /** Whether an event is one. */
    public static boolean is(CloudEvent event) {
        return TYPE.equals(event.getType());
    }
}
