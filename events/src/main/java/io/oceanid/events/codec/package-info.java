/** CloudEvents 1.0.2 to and from HTTP messages, in binary, structured and batched mode, without a web framework. */
@NullMarked
package io.oceanid.events.codec;

import org.jspecify.annotations.NullMarked;
