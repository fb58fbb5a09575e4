/** Who may send webhooks. */
@NullMarked
package io.oceanid.source.secret;

import org.jspecify.annotations.NullMarked;
