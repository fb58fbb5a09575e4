/** How far what models predict agrees with what people annotate. */
@NullMarked
package io.oceanid.sink.agreement;

import org.jspecify.annotations.NullMarked;
