/** Rules for the code of every module, run by a test in each. */
@NullMarked
package io.oceanid.support.architecture;

import org.jspecify.annotations.NullMarked;
