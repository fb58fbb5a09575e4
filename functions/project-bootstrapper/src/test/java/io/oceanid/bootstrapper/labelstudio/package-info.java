/** Tests of what is said of Label Studio. */
@NullMarked
package io.oceanid.bootstrapper.labelstudio;

import org.jspecify.annotations.NullMarked;
