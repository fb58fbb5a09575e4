@NullMarked
package io.oceanid.sink.intake;

import org.jspecify.annotations.NullMarked;
