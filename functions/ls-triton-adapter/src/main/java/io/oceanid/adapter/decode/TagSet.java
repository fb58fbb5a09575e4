package io.oceanid.adapter.decode;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tags of a model, in the order of its outputs: of one of the schemes IOB1, IOB2 (BIO), BIOES, BILOU, BMEWO, written
 * as {@code B-VESSEL} or {@code B_VESSEL}, or plain ones, as {@code VESSEL}. {@code O} is outside.
 *
 * <p>They are read leniently, as models do not keep to their scheme: a tag for the inside of an entity begins one where
 * there is none to go on with. Plain tags of neighbouring tokens are one entity if they are equal.
 */
public final class TagSet {

    private final List<Tag> tags;

    private TagSet(List<String> names) {
        this.tags = new TagNames(names).tags();
    }

    /**
     * The tags of a model that has so many outputs.
     *
     * @param names a name for each; or only the labels, if the outputs are {@code O} and either one for each label, or
     *     {@code B-} and {@code I-} for each. An {@code O} before the labels changes nothing.
     * @param count of the outputs
     * @throws UnusableLabelsException if the names do not fit
     */
    public static TagSet of(List<String> names, int count) {
        if (names.size() == count) {
            return new TagSet(names);
        }
        List<String> labels = names.getFirst().equals("O") ? names.subList(1, names.size()) : names;
        if (!new TagNames(names).havePositions()) {
            if (count == labels.size() + 1) {
                return new TagSet(withOutside(labels.stream()));
            }
            if (count == 2 * labels.size() + 1) {
                return new TagSet(withOutside(labels.stream().flatMap(label -> Stream.of("B-" + label, "I-" + label))));
            }
        }
        throw new UnusableLabelsException(
                "NER_LABELS has %d names, which do not fit the %d tags of the model".formatted(names.size(), count));
    }

    /** How many outputs the model has. */
    public int size() {
        return tags.size();
    }

    /** What kinds of entities there can be, in the order of the outputs. */
    public Set<String> labels() {
        Set<String> labels = new LinkedHashSet<>();
        tags.stream().filter(tag -> !tag.isOutside()).map(Tag::label).forEach(labels::add);
        return labels;
    }

    Tag get(int output) {
        return tags.get(output);
    }

    private static List<String> withOutside(Stream<String> names) {
        return Stream.concat(Stream.of("O"), names).toList();
    }
}
