@NullMarked
package io.oceanid.adapter.mlbackend;

import org.jspecify.annotations.NullMarked;
