@NullMarked
package io.oceanid.sink.store;

import org.jspecify.annotations.NullMarked;
