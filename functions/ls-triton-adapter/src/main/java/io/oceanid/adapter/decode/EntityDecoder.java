package io.oceanid.adapter.decode;

import io.oceanid.adapter.model.Entity;
import io.oceanid.adapter.token.Encoding;
import io.oceanid.events.text.CodePoints;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes entities of the tags of tokens.
 *
 * <p>An entity's span has whole code points, and neither begins nor ends with white space; tokens that are nothing but
 * white space do not part what is around them. Its score is the mean of the probabilities of the tags that made it.
 *
 * <p>Thread-safe.
 */
public final class EntityDecoder {

    private final TagSet tags;
    private final Aggregation aggregation;

    public EntityDecoder(TagSet tags, Aggregation aggregation) {
        this.tags = tags;
        this.aggregation = aggregation;
    }

    /**
     * Finds the entities of a text.
     *
     * @param encoding of the text
     * @param probabilities of the encoding's tokens and this decoder's tags
     * @return in the order of their start, without overlaps, however low their score
     */
    public List<Entity> decode(Encoding encoding, TagProbabilities probabilities, CodePoints text) {
        if (probabilities.tokens() != encoding.size() || probabilities.tags() != tags.size()) {
            throw new IllegalArgumentException("probabilities of %d tokens and %d tags for %d tokens and %d tags"
                    .formatted(probabilities.tokens(), probabilities.tags(), encoding.size(), tags.size()));
        }
        var entities = new EntitySequence();
        for (int from = 0, to; from < encoding.size(); from = to) {
            to = endOfUnit(encoding, from);
            entities.add(unit(encoding, from, to, probabilities, text));
        }
        return entities.all();
    }

    /** Tokens that share a character are not to be parted, whatever their tags and words. */
    private int endOfUnit(Encoding encoding, int from) {
        int reached = encoding.ends()[from];
        int to = from + 1;
        while (to < encoding.size() && (encoding.starts()[to] < reached || isSameWord(encoding, to - 1, to))) {
            reached = Math.max(reached, encoding.ends()[to]);
            to++;
        }
        return to;
    }

    private boolean isSameWord(Encoding encoding, int token, int next) {
        return aggregation != Aggregation.TOKEN && encoding.words()[token] == encoding.words()[next];
    }

    private Unit unit(Encoding encoding, int from, int to, TagProbabilities probabilities, CodePoints text) {
        int end = Arrays.stream(encoding.ends(), from, to).max().orElseThrow();
        float[] scores = aggregation == Aggregation.TOKEN
                ? probabilities.of(firstTagged(probabilities, from, to))
                : aggregation.of(probabilities, from, to);
        int best = Scores.best(scores);
        return Unit.within(text, encoding.starts()[from], end, tags.get(best), scores[best]);
    }

    private int firstTagged(TagProbabilities probabilities, int from, int to) {
        return IntStream.range(from, to)
                .filter(token -> !tags.get(Scores.best(probabilities.of(token))).isOutside())
                .findFirst()
                .orElse(from);
    }
}
