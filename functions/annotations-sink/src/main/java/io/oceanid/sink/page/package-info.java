/** What people look at in a browser. */
@NullMarked
package io.oceanid.sink.page;

import org.jspecify.annotations.NullMarked;
