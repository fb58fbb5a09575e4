package io.oceanid.rows.xlsx;

import io.oceanid.rows.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The number formats of cells, by style. */
final class Styles {

    /** Excel has 65,490 at most. */
    private static final int MOST = 1 << 16;

    /** Excel has 255 at most. */
    private static final int LONGEST_CODE = 1024;

    private final List<FormatCode> formats;

    private Styles(List<FormatCode> formats) {
        this.formats = formats;
    }

    static Styles of(Archive archive, @Nullable String part, Source source) throws IOException {
        Map<Integer, String> codes = new HashMap<>();
        List<Integer> styles = new ArrayList<>();
        try (Markup xml = part == null ? null : archive.markup(part)) {
            boolean ofCells = false;
            while (xml != null && xml.next()) {
                if (xml.starts("numFmt")) {
                    String code = xml.attribute("formatCode");
                    codes.put(xml.number("numFmtId", 0), code == null ? "General" : code);
                } else if (xml.starts("cellXfs")) {
                    ofCells = true;
                } else if (xml.ends("cellXfs")) {
                    ofCells = false;
                } else if (ofCells && xml.starts("xf")) {
                    styles.add(xml.number("numFmtId", 0));
                }
                if (codes.size() > MOST || styles.size() > MOST) {
                    throw source.unreadable("has more than " + MOST + " styles");
                }
            }
        }
        Map<Integer, FormatCode> formats = new HashMap<>();
        return new Styles(styles.stream()
                .map(id -> formats.computeIfAbsent(id, _ -> format(codes.getOrDefault(id, BuiltInFormats.code(id)))))
                .toList());
    }

    private static FormatCode format(String code) {
        return code.length() > LONGEST_CODE ? FormatCode.GENERAL : FormatCode.of(code);
    }

    /** How numbers are shown in a style; as they are if there is no such style. */
    FormatCode format(int style) {
        return style >= 0 && style < formats.size() ? formats.get(style) : FormatCode.GENERAL;
    }
}
