@NullMarked
package io.oceanid.events.codec;

import org.jspecify.annotations.NullMarked;
