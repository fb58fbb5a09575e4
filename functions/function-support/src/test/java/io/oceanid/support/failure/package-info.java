@NullMarked
package io.oceanid.support.failure;

import org.jspecify.annotations.NullMarked;
