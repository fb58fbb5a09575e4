@NullMarked
package io.oceanid.sink.history;

import org.jspecify.annotations.NullMarked;
