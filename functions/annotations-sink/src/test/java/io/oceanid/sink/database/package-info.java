@NullMarked
package io.oceanid.sink.database;

import org.jspecify.annotations.NullMarked;
