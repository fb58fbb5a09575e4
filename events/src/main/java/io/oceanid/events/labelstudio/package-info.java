/** Label Studio's webhooks: how each becomes events, and how those events read back. */
@NullMarked
package io.oceanid.events.labelstudio;

import org.jspecify.annotations.NullMarked;
