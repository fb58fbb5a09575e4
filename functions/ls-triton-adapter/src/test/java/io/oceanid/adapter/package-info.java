@NullMarked
package io.oceanid.adapter;

import org.jspecify.annotations.NullMarked;
