@NullMarked
package io.oceanid.sink.overview;

import org.jspecify.annotations.NullMarked;
