package io.oceanid.rows.xlsx;

import io.oceanid.rows.xlsx.Token.Kind;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A number format, and numbers as Excel shows them in it: in English, without what only aligns them. A number that has
 * no format of its own is shown with its 15 digits, however narrow its column.
 *
 * <p>POI's two renderers do not serve: they show 123456789 in {@code 000-000-000} as 123-456789-, and take dates for
 * times of the machine's zone.
 */
final class FormatCode {

    static final FormatCode GENERAL = of("General");

    /** What Excel reckons with. */
    private static final MathContext PRECISION = new MathContext(15);

    private final List<Section> sections;

    private FormatCode(List<Section> sections) {
        this.sections = sections;
    }

    static FormatCode of(String code) {
        return new FormatCode(Section.all(code));
    }

    /** A number; {@code since1904} if its days are counted from there. */
    String show(double value, boolean since1904) {
        int index = section(value);
        if (index < 0) {
            return general(value);
        }
        Section section = sections.get(index);
        // the second one brings its own sign
        boolean bringsSign = index == 1 && !isConditional();
        if (section.has(Kind.GENERAL)) {
            String plain = general(bringsSign ? -value : value);
            return section.tokens().stream()
                    .map(token -> token.is(Kind.GENERAL) ? plain : token.text())
                    .collect(Collectors.joining())
                    .strip();
        }
        if (section.isDate()) {
            String date = DateText.of(section.tokens(), value, since1904);
            return date == null ? general(value) : date;
        }
        BigDecimal number = new BigDecimal(value).round(PRECISION);
        boolean signed = value < 0 && !bringsSign;
        String shown = NumberText.of(section.tokens(), number.abs());
        return (signed && shown.chars().anyMatch(c -> c >= '1' && c <= '9') ? "-" + shown : shown).strip();
    }

    static String general(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal number = new BigDecimal(value).round(PRECISION).stripTrailingZeros();
        int exponent = number.precision() - number.scale() - 1;
        if (exponent < 20 && exponent > -10) {
            return number.toPlainString();
        }
        String mantissa = number.movePointLeft(exponent).stripTrailingZeros().toPlainString();
        return mantissa + (exponent < 0 ? "E-" : "E+") + Math.abs(exponent);
    }

    /** Which section is for a number, -1 if none is. */
    private int section(double value) {
        int numbers = Math.min(3, sections.size());
        if (!isConditional()) {
            int index = value < 0 ? 1 : value == 0 ? 2 : 0;
            return index < numbers ? index : 0;
        }
        for (int i = 0; i < numbers; i++) {
            Section.Condition condition = sections.get(i).condition();
            boolean isRest = i == numbers - 1 || (i == 1 && value < 0);
            if (condition == null ? isRest : condition.holds(value)) {
                return i;
            }
        }
        return -1;
    }

    private boolean isConditional() {
        return sections.stream().anyMatch(section -> section.condition() != null);
    }
}
