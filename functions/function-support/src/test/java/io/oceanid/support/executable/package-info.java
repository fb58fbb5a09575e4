@NullMarked
package io.oceanid.support.executable;

import org.jspecify.annotations.NullMarked;
