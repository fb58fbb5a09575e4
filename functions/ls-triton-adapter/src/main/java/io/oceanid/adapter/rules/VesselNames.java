package io.oceanid.adapter.rules;

import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Vessels by the kind of ship before their name, which belongs to the span: "MV NORTHERN STAR", "M/T Nordic Hawk"; and by a
 * field for the name: "Vessel: EVER GIVEN". A name alone is not recognised.
 */
final class VesselNames implements Rule {

    private static final Pattern MOTOR_VESSEL =
            Pattern.compile("(?<![\\p{L}\\p{N}./])(?i:M/V|MV|M\\.V\\.)[ \\t]{0,2}[\"“„'‘«]?");

    /** In capitals only, and not behind a number: MT is also a metric ton. */
    private static final Pattern OTHER_SHIP =
            Pattern.compile("(?<![\\p{L}\\p{N}./])(?:M/T|MT|M\\.T\\.|S/S|SS|S\\.S\\.)[ \\t]{1,2}[\"“„'‘«]?");

    private static final Pattern FIELD = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:vessel|ship)(?:'s)?(?:[ \\t]name)?[ \\t]{0,2}:[ \\t]{0,2}[\"“„'‘«]?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern AMOUNT = Pattern.compile("[0-9][ \\t]{0,2}\\z");

    @Override
    public Stream<Match> in(Document document) {
        return Stream.of(
                        named(MOTOR_VESSEL, document, 0.9),
                        named(OTHER_SHIP, document, 0.75),
                        FIELD.matcher(document.text()).results().flatMap(field -> behind(document, field)))
                .flatMap(matches -> matches);
    }

    private static Stream<Match> named(Pattern kind, Document document, double score) {
        return kind.matcher(document.text())
                .results()
                .filter(found -> !document.isAfter(AMOUNT, found.start()))
                .flatMap(found -> end(document, found).stream()
                        .mapToObj(end -> new Match(found.start(), closed(document, found, end), Label.VESSEL, score)));
    }

    private static Stream<Match> behind(Document document, MatchResult field) {
        return end(document, field).stream().mapToObj(end -> new Match(field.end(), end, Label.VESSEL, 0.8));
    }

    private static OptionalInt end(Document document, MatchResult clue) {
        int first = document.wordFrom(clue.end());
        return first < document.words().size() && document.words().get(first).start() == clue.end()
                ? VesselName.end(document, first)
                : OptionalInt.empty();
    }

    /** The end with the closing quotation mark, where the opening one belongs to the span. */
    private static int closed(Document document, MatchResult kind, int end) {
        char last = document.text().charAt(kind.end() - 1);
        return "\"“„'‘«".indexOf(last) >= 0
                        && end < document.text().length()
                        && "\"”“'’»".indexOf(document.text().charAt(end)) >= 0
                ? end + 1
                : end;
    }
}
