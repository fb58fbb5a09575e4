/** The Label Studio that predictions are stored in, where one is configured. */
@NullMarked
package io.oceanid.adapter.labelstudio;

import org.jspecify.annotations.NullMarked;
