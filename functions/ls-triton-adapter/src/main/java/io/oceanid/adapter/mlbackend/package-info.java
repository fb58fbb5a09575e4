/** Label Studio's ML backend protocol. */
@NullMarked
package io.oceanid.adapter.mlbackend;

import org.jspecify.annotations.NullMarked;
