/** What several callers ask of one model, in common requests. */
@NullMarked
package io.oceanid.adapter.batch;

import org.jspecify.annotations.NullMarked;
