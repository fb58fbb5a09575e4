package io.oceanid.sink.export;

import java.util.regex.Pattern;

/** What a spreadsheet makes of a cell: one that begins like a formula it runs, whoever wrote it. */
final class SpreadsheetCell {

    private static final String FORMULA_BEGINS = "=+-@\t\r";
    private static final Pattern NUMBER = Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private SpreadsheetCell() {}

    /** The value, behind an apostrophe if it would be run otherwise. */
    static String disarmed(String value) {
        boolean isFormula = !value.isEmpty()
                && FORMULA_BEGINS.indexOf(value.charAt(0)) >= 0
                && !NUMBER.matcher(value).matches();
        return isFormula ? "'" + value : value;
    }
}
