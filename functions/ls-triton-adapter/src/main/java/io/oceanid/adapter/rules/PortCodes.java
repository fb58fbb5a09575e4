package io.oceanid.adapter.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Ports by their UN/LOCODE in capitals: NLRTM, or NL RTM where the first two letters are no word. */
final class PortCodes implements Rule {

    @Override
    public Stream<Match> in(Document document) {
        return IntStream.range(0, document.words().size()).boxed().flatMap(word -> at(document, word).stream());
    }

    private static Optional<Match> at(Document document, int word) {
        List<Word> words = document.words();
        String text = words.get(word).text();
        return switch (text.length()) {
            case 5 -> Port.ofLocode(text).map(port -> match(words.get(word), words.get(word), 0.9));
            case 3 -> word == 0 ? Optional.empty() : inTwo(document, words.get(word - 1), words.get(word), word);
            default -> Optional.empty();
        };
    }

    private static Optional<Match> inTwo(Document document, Word country, Word place, int word) {
        return country.text().length() == 2
                        && document.gapBefore(word).equals(" ")
                        && !Country.isCodeAndWord(country.text())
                ? Port.ofLocode(country.text() + place.text()).map(port -> match(country, place, 0.8))
                : Optional.empty();
    }

    private static Match match(Word first, Word last, double score) {
        return new Match(first.start(), last.end(), Label.PORT, score);
    }
}
