@NullMarked
package io.oceanid.adapter.preannotation;

import org.jspecify.annotations.NullMarked;
