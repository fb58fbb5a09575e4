@NullMarked
package io.oceanid.adapter.batch;

import org.jspecify.annotations.NullMarked;
