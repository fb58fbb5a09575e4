package io.oceanid.rows.xlsx;

import java.util.HashMap;
import java.util.Map;

/** The formats that a workbook names by number only, as ECMA-376, 18.8.30 and an Excel for the United States have them. */
final class BuiltInFormats {

    private static final Map<Integer, String> CODES = new HashMap<>();

    static {
        String[] basic = {"General", "0", "0.00", "#,##0", "#,##0.00"};
        put(0, basic);
        put(5, "$#,##0_);($#,##0)", "$#,##0_);($#,##0)", "$#,##0.00_);($#,##0.00)", "$#,##0.00_);($#,##0.00)");
        put(9, "0%", "0.00%", "0.00E+00", "# ?/?", "# ??/??");
        put(14, "m/d/yyyy", "d-mmm-yy", "d-mmm", "mmm-yy", "h:mm AM/PM", "h:mm:ss AM/PM", "h:mm", "h:mm:ss");
        put(22, "m/d/yyyy h:mm");
        put(37, "#,##0_);(#,##0)", "#,##0_);(#,##0)", "#,##0.00_);(#,##0.00)", "#,##0.00_);(#,##0.00)");
        put(41, "_(* #,##0_);_(* (#,##0);_(* \"-\"_);_(@_)", "_($* #,##0_);_($* (#,##0);_($* \"-\"_);_(@_)");
        put(43, "_(* #,##0.00_);_(* (#,##0.00);_(* \"-\"??_);_(@_)");
        put(44, "_($* #,##0.00_);_($* (#,##0.00);_($* \"-\"??_);_(@_)");
        put(45, "mm:ss", "[h]:mm:ss", "mm:ss.0", "##0.0E+0", "@");
    }

    private BuiltInFormats() {}

    static String code(int id) {
        // those of other countries are dates
        boolean foreignDate = (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
        return foreignDate ? "m/d/yyyy" : CODES.getOrDefault(id, "General");
    }

    private static void put(int from, String... codes) {
        for (int i = 0; i < codes.length; i++) {
            CODES.put(from + i, codes[i]);
        }
    }
}
