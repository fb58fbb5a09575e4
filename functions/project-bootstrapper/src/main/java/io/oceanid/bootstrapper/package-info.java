/** The function project-bootstrapper: Label Studio projects declared, applied and filled. */
@NullMarked
package io.oceanid.bootstrapper;

import org.jspecify.annotations.NullMarked;
