@NullMarked
package io.oceanid.adapter.content;

import org.jspecify.annotations.NullMarked;
