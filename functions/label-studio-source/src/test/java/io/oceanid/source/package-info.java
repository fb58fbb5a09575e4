@NullMarked
package io.oceanid.source;

import org.jspecify.annotations.NullMarked;
