/** The function ls-triton-adapter: Label Studio's ML backend protocol on Triton. */
@NullMarked
package io.oceanid.adapter;

import org.jspecify.annotations.NullMarked;
