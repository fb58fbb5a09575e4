@NullMarked
package io.oceanid.adapter.triton;

import org.jspecify.annotations.NullMarked;
