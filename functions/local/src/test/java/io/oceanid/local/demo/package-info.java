@NullMarked
package io.oceanid.local.demo;

import org.jspecify.annotations.NullMarked;
