/** What ends a local run. */
@NullMarked
package io.oceanid.local.failure;

import org.jspecify.annotations.NullMarked;
