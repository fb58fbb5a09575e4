package io.oceanid.adapter.rules;

import io.oceanid.adapter.rules.Names.Name;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Ports by name, written with a capital. What stands around the name makes it more or less certain; an ambiguous one, as
 * Nice and Mobile are, does not count without.
 */
final class PortNames implements Rule {

    /** What only a port follows. */
    private static final Pattern TOLD = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:"
                    + "ports?(?: of)?(?: (?:loading|discharge|call|origin|destination|registry|delivery|entry))?"
                    + "|(?:loading|load|discharge|discharging|transshipment|destination|home) port"
                    + "|POL|POD|ETA|ETD|ETB"
                    + "|(?:called|calls|calling|berthed|arrived|arrives|arriving|anchored|moored|docked|loaded|loading"
                    + "|discharged|discharging|bunkered|sailed|sailing|departed|departing) (?:at|in|from|for|to)"
                    + "|bound for|en route to)[ \\t]{0,2}[:=\\-–]?[ \\t\\r\\n]{0,2}(?:the )?(?:port of )?\\z",
            Pattern.CASE_INSENSITIVE);

    /** What a place follows, and not just any: one is "in" all kinds of them. */
    private static final Pattern PLACED = Pattern.compile(
            "(?<![\\p{L}\\p{N}])(?:at|from|to|via|off|aus|nach)[ \\t\\r\\n]{1,2}\\z", Pattern.CASE_INSENSITIVE);

    @Override
    public Stream<Match> in(Document document) {
        return Stream.iterate(0, word -> word < document.words().size(), word -> word + 1)
                .flatMap(word -> Port.names().startingAt(document, word).stream())
                .flatMap(name ->
                        score(document, name)
                                .map(score -> new Match(name.start(), name.end(), Label.PORT, score))
                                .stream());
    }

    private static Optional<Double> score(Document document, Name<Port> name) {
        boolean isAmbiguous = name.bearers().stream().allMatch(Port::isAmbiguous);
        if (document.isAfter(TOLD, name.start()) || isBeforeItsCountry(document, name)) {
            return Optional.of(isAmbiguous ? 0.85 : 0.95);
        }
        if (document.isAfter(PLACED, name.start())) {
            return Optional.of(isAmbiguous ? 0.7 : 0.85);
        }
        return isAmbiguous ? Optional.empty() : Optional.of(0.7);
    }

    /** As in "Santos, Brazil", "Mobile, AL" and "Hull (GB)". */
    private static boolean isBeforeItsCountry(Document document, Name<Port> name) {
        int next = name.lastWord() + 1;
        if (next >= document.words().size() || !document.gapBefore(next).matches("[ ]?[,(/][ ]?")) {
            return false;
        }
        List<String> countries = name.bearers().stream().map(Port::country).toList();
        String text = document.words().get(next).text();
        return Country.names()
                        .startingAt(document, next)
                        .filter(country ->
                                country.bearers().stream().anyMatch(bearer -> countries.contains(bearer.alpha2())))
                        .isPresent()
                || Country.ofCode(text)
                        .filter(country -> countries.contains(country.alpha2()))
                        .isPresent()
                || (text.matches("[A-Z]{2}") && (countries.contains("US") || countries.contains("CA")));
    }
}
