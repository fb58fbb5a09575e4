@NullMarked
package io.oceanid.local;

import org.jspecify.annotations.NullMarked;
