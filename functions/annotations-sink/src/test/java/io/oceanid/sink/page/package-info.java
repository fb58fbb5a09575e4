@NullMarked
package io.oceanid.sink.page;

import org.jspecify.annotations.NullMarked;
