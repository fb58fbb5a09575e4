package io.oceanid.support.telemetry;

import io.micrometer.tracing.otel.bridge.EventPublishingContextWrapper;
import io.micrometer.tracing.otel.bridge.Slf4JEventListener;
import io.opentelemetry.context.ContextStorage;

/**
 * Puts the ids of the current trace and span where log lines take them from, under the names that the Elastic Common
 * Schema has for them. Once for a process, as logging is.
 */
final class LoggedTraces {

    static final String TRACE_ID = "trace.id";
    static final String SPAN_ID = "span.id";

    static {
        Slf4JEventListener listener = new Slf4JEventListener(TRACE_ID, SPAN_ID);
        ContextStorage.addWrapper(new EventPublishingContextWrapper(listener::onEvent));
    }

    private LoggedTraces() {}

    /** From now on. Has to come before the first span. */
    static void on() {
        // what there is to do is done when this class is loaded
    }
}
