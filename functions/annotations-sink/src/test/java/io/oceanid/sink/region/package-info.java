@NullMarked
package io.oceanid.sink.region;

import org.jspecify.annotations.NullMarked;
