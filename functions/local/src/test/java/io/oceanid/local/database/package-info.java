@NullMarked
package io.oceanid.local.database;

import org.jspecify.annotations.NullMarked;
