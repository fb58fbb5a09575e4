/** Concurrent requests committed together, each answered after its own commit. */
@NullMarked
package io.oceanid.sink.commit;

import org.jspecify.annotations.NullMarked;
