@NullMarked
package io.oceanid.local.folder;

import org.jspecify.annotations.NullMarked;
