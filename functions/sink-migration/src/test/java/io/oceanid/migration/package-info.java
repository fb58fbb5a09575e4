@NullMarked
package io.oceanid.migration;

import org.jspecify.annotations.NullMarked;
