@NullMarked
package io.oceanid.support.telemetry;

import org.jspecify.annotations.NullMarked;
