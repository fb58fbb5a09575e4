/** The models that this instance serves, as it is configured. */
@NullMarked
package io.oceanid.adapter.serving;

import org.jspecify.annotations.NullMarked;
