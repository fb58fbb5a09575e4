/** Label Studio's REST API: who may call it, and what its answers mean. */
@NullMarked
package io.oceanid.labelstudio;

import org.jspecify.annotations.NullMarked;
