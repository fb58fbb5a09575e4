/** Texts that tasks only point at: fetched from allowed hosts, PDF turned into text. */
@NullMarked
package io.oceanid.adapter.content;

import org.jspecify.annotations.NullMarked;
