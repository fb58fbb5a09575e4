@NullMarked
package io.oceanid.events.labelstudio;

import org.jspecify.annotations.NullMarked;
