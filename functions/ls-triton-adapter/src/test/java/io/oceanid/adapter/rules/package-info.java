@NullMarked
package io.oceanid.adapter.rules;

import org.jspecify.annotations.NullMarked;
