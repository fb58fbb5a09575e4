@NullMarked
package io.oceanid.adapter.labelconfig;

import org.jspecify.annotations.NullMarked;
