@NullMarked
package io.oceanid.sink.agreement;

import org.jspecify.annotations.NullMarked;
