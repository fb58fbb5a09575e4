/** What calls of Label Studio come to, for those who called the bootstrapper. */
@NullMarked
package io.oceanid.bootstrapper.labelstudio;

import org.jspecify.annotations.NullMarked;
