package io.oceanid.adapter.token;

import ai.djl.huggingface.tokenizers.jni.CharSpan;

/**
 * What the library says of the tokens of a text, an item of each array a token.
 *
 * @param ids their numbers
 * @param texts as the vocabulary has them
 * @param words the number of the word that each is of; -1 for none
 * @param spans where they stand, in code points
 */
record Tokens(int[] ids, String[] texts, long[] words, CharSpan[] spans) {}
