@NullMarked
package io.oceanid.sink;

import org.jspecify.annotations.NullMarked;
