/** What happens to a webhook: translated, and each of its events posted. */
@NullMarked
package io.oceanid.source.relay;

import org.jspecify.annotations.NullMarked;
