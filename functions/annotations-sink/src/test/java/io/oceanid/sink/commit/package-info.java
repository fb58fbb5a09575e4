@NullMarked
package io.oceanid.sink.commit;

import org.jspecify.annotations.NullMarked;
