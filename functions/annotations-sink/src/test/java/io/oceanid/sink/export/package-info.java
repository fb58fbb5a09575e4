/** What goes out, in every format. */
@NullMarked
package io.oceanid.sink.export;

import org.jspecify.annotations.NullMarked;
