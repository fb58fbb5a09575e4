package io.oceanid.recipes;

import java.util.Set;

/**
 * A column on its way out.
 *
 * @param projection the SQL that makes a text of it
 * @param json whether the text is JSON
 */
record ResultColumn(String name, String projection, boolean json) {

    private static final Set<String> NUMBERS = Set.of(
            "BOOLEAN",
            "TINYINT",
            "SMALLINT",
            "INTEGER",
            "BIGINT",
            "HUGEINT",
            "UTINYINT",
            "USMALLINT",
            "UINTEGER",
            "UBIGINT",
            "UHUGEINT",
            "BIGNUM");

    static ResultColumn of(String name, String type) {
        String column = Sql.quoted(name);
        String text = column + "::VARCHAR";
        if (type.equals("JSON") || NUMBERS.contains(type) || type.matches("DECIMAL\\(\\d+,\\d+\\)")) {
            return new ResultColumn(name, text, true);
        }
        if (type.equals("DOUBLE") || type.equals("FLOAT")) {
            return new ResultColumn(name, "CASE WHEN isfinite(" + column + ") THEN " + text + " END", true);
        }
        if (nested(type)) {
            return new ResultColumn(name, "to_json(" + column + ")::VARCHAR", true);
        }
        if (type.equals("TIMESTAMP WITH TIME ZONE")) {
            // the time zone is set to UTC
            return new ResultColumn(name, "regexp_replace(replace(" + text + ", ' ', 'T'), '\\+00$', 'Z')", false);
        }
        if (type.startsWith("TIMESTAMP")) {
            return new ResultColumn(name, "replace(" + text + ", ' ', 'T')", false);
        }
        return new ResultColumn(name, text, false);
    }

    private static boolean nested(String type) {
        return type.endsWith("]")
                || type.startsWith("STRUCT")
                || type.startsWith("MAP(")
                || type.startsWith("UNION(")
                || type.equals("VARIANT");
    }
}
