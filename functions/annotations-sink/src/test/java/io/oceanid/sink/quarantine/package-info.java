@NullMarked
package io.oceanid.sink.quarantine;

import org.jspecify.annotations.NullMarked;
