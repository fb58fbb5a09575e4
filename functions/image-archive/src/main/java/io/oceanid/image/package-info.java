/** Folders as an OCI image in a file. */
@NullMarked
package io.oceanid.image;

import org.jspecify.annotations.NullMarked;
