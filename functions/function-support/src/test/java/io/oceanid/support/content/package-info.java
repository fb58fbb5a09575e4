@NullMarked
package io.oceanid.support.content;

import org.jspecify.annotations.NullMarked;
