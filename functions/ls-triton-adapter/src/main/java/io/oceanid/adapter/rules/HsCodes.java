package io.oceanid.adapter.rules;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Codes of the Harmonized System, with the digits that tariffs add to its six. Only existing headings count.
 *
 * <p>Behind a word such as "HS code", also those in a list behind it, any way of writing is one. Without, only dots make
 * one: 1201.90.00, or for much less 1201.90 where nothing says money or measure. A round amount's .00 is no subheading then.
 */
final class HsCodes implements Rule {

    private static final Pattern CODE = Pattern.compile("(?<![\\p{L}\\p{N}])(?<![0-9][.,/\\-])"
            + "(?:[0-9]{4}(?:\\.[0-9]{2}(?:\\.[0-9]{2,4}(?:\\.[0-9]{2})?+)?+| [0-9]{2} [0-9]{2}(?: [0-9]{2})?+)"
            + "|[0-9]{4}(?:[0-9]{2}){0,3}+)"
            + "(?![\\p{L}\\p{N}])(?![.,/\\-][0-9])");

    private static final Pattern CLUE = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:"
                    + "(?:H\\.?S\\.?|HTS(?:US)?)(?:[ -]{0,2}(?:tariff|commodity|classification))?(?:[ -]{0,2}(?:sub)?"
                    + "(?:codes?|nos?\\b|numbers?|headings?)){0,2}"
                    + "|(?:harmoni[sz]ed(?: system)?|tariff|commodity|customs(?: tariff)?|CN|NCM|TARIC)[ -]{1,2}"
                    + "(?:sub)?(?:codes?|nos?\\b|numbers?|headings?|items?)(?:[ -](?:nos?\\b|numbers?))?"
                    + "|tariff(?=[ :]{1,3}[0-9]{4}[.0-9]))"
                    + "[ \\t]{0,3}[:=#.(\\-–]{0,3}[ \\t\\r\\n]{0,3}\\z",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern NEXT =
            Pattern.compile("[ \\t]{0,2}(?:[,;/&]|[,;]?[ \\t]?(?:and|or))[ \\t\\r\\n]{0,2}");

    private static final int WIDEST_GAP = 10;

    private static final String UNITS =
            "(?:USD|EUR|GBP|JPY|CNY|RMB|CHF|BRL|INR|AED|kgs?|g|MT|t|tons?|tonnes?|lbs?|CBM|m3|pcs)";
    private static final Pattern UNIT_BEFORE =
            Pattern.compile("(?:[$€£¥+]|(?<![\\p{L}\\p{N}])" + UNITS + ")[ \\t]{0,2}\\z", Pattern.CASE_INSENSITIVE);
    private static final Pattern UNIT_AFTER =
            Pattern.compile("[ \\t]{0,2}(?:[$€£¥%]|" + UNITS + "(?![\\p{L}\\p{N}]))", Pattern.CASE_INSENSITIVE);

    private static final Pattern THREE_PARTS = Pattern.compile("[0-9]{4}\\.[0-9]{2}\\.[0-9.]+");
    private static final Pattern TWO_PARTS = Pattern.compile("[0-9]{4}\\.(?!00)[0-9]{2}");

    @Override
    public Stream<Match> in(Document document) {
        var matches = Stream.<Match>builder();
        int lastTold = -1;
        for (MatchResult code : CODE.matcher(document.text()).results().toList()) {
            if (HsHeadings.isHeadingOf(code.group())) {
                boolean isTold = document.isAfter(CLUE, code.start()) || isNext(document, lastTold, code);
                lastTold = isTold ? code.end() : lastTold;
                double score = isTold ? 0.95 : scoreAlone(document, code);
                if (score > 0) {
                    matches.add(new Match(code.start(), code.end(), Label.HS_CODE, score));
                }
            }
        }
        return matches.build();
    }

    private static boolean isNext(Document document, int lastTold, MatchResult code) {
        return lastTold >= 0
                && code.start() - lastTold < WIDEST_GAP
                && NEXT.matcher(document.text().substring(lastTold, code.start()))
                        .matches();
    }

    private static double scoreAlone(Document document, MatchResult code) {
        if (document.isAfter(UNIT_BEFORE, code.start()) || document.isBefore(UNIT_AFTER, code.end())) {
            return 0;
        }
        if (THREE_PARTS.matcher(code.group()).matches()) {
            return 0.7;
        }
        return TWO_PARTS.matcher(code.group()).matches() ? 0.4 : 0;
    }
}
