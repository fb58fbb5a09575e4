/** What an operator sees of a function: metrics and traces, by OpenTelemetry's names. */
@NullMarked
package io.oceanid.support.telemetry;

import org.jspecify.annotations.NullMarked;
