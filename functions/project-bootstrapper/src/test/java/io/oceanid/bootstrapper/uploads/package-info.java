/** Tests of uploads. */
@NullMarked
package io.oceanid.bootstrapper.uploads;

import org.jspecify.annotations.NullMarked;
