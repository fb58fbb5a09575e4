package io.oceanid.support.telemetry;

import io.opentelemetry.sdk.common.export.HttpSender;
import io.opentelemetry.sdk.common.export.HttpSenderConfig;
import io.opentelemetry.sdk.common.export.HttpSenderProvider;

/** Has OpenTelemetry's exporters send with the HTTP client that is there already: another is megabytes of an executable. */
public final class ReactorHttpSenderProvider implements HttpSenderProvider {

    @Override
    public HttpSender createSender(HttpSenderConfig config) {
        return new ReactorHttpSender(config);
    }
}
