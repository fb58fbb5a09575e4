/** The table of every setting, made of the code that reads them. */
@NullMarked
package io.oceanid.local.settings;

import org.jspecify.annotations.NullMarked;
