package io.oceanid.adapter.rules;

/**
 * What a rule found.
 *
 * @param start of its first UTF-16 unit
 * @param end behind its last one
 */
record Match(int start, int end, String label, double score) {

    int length() {
        return end - start;
    }
}
