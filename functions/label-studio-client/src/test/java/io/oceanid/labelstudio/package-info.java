@NullMarked
package io.oceanid.labelstudio;

import org.jspecify.annotations.NullMarked;
