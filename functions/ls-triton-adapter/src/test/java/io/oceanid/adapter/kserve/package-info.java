@NullMarked
package io.oceanid.adapter.kserve;

import org.jspecify.annotations.NullMarked;
