package io.oceanid.adapter.rules;

/** The headings of the Harmonized System (WCO, edition 2022). Within a chapter they are numbered from 01, with few gaps. */
final class HsHeadings {

    /** The last heading of each chapter from 01 to 97; chapter 77 is reserved and has none. */
    private static final int[] LAST = {
        6, 10, 9, 10, 11, 4, 14, 14, 10, 8, 9, 14, 2, 4, 22, 5, 4, 6, 5, 9,
        6, 9, 9, 4, 30, 21, 16, 53, 42, 6, 5, 15, 7, 7, 7, 6, 7, 27, 26, 17,
        15, 6, 4, 21, 4, 2, 7, 23, 11, 7, 13, 12, 11, 8, 16, 9, 5, 11, 11, 6,
        17, 17, 10, 6, 7, 3, 4, 15, 14, 20, 18, 29, 26, 19, 8, 16, 0, 6, 7, 7,
        13, 15, 11, 87, 49, 9, 16, 7, 8, 33, 14, 9, 7, 6, 8, 20, 6
    };

    private HsHeadings() {}

    /** Whether a code of four digits or more starts with a heading that there is, or that there once may have been. */
    static boolean isHeadingOf(String code) {
        int chapter = Integer.parseInt(code.substring(0, 2));
        int heading = Integer.parseInt(code.substring(2, 4));
        return chapter >= 1 && chapter <= LAST.length && heading >= 1 && heading <= LAST[chapter - 1];
    }
}
