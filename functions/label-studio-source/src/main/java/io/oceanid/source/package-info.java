/** label-studio-source: Label Studio's raw webhooks into CloudEvents. */
@NullMarked
package io.oceanid.source;

import org.jspecify.annotations.NullMarked;
