package io.oceanid.adapter.token;

import java.util.Arrays;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/** A text as its tokenizer can take it. */
final class EncodableText {

    private static final int REPLACEMENT = 0xfffd;

    private final int[] points;

    /** Where in the text the points come from; last, where the text ends. */
    private final int[] origins;

    private EncodableText(int[] points, int[] origins) {
        this.points = points;
        this.origins = origins;
    }

    /**
     * Leaves out what a tokenizer does away with. Normalizers of SentencePiece, where they drop the first character of a
     * text, tell all spans in it wrongly.
     *
     * @param isDropped asked for invisible characters only, once for each
     */
    static EncodableText of(String text, IntPredicate isDropped) {
        int[] points = text.codePoints().map(EncodableText::encodable).toArray();
        Set<Integer> dropped = Arrays.stream(points)
                .filter(EncodableText::isInvisible)
                .distinct()
                .filter(isDropped)
                .boxed()
                .collect(Collectors.toUnmodifiableSet());
        int[] origins = new int[points.length + 1];
        int size = 0;
        for (int i = 0; i < points.length; i++) {
            if (!dropped.contains(points[i])) {
                points[size] = points[i];
                origins[size++] = i;
            }
        }
        origins[size] = points.length;
        return new EncodableText(Arrays.copyOf(points, size), Arrays.copyOf(origins, size + 1));
    }

    int[] points() {
        return points;
    }

    @Override
    public String toString() {
        return new String(points, 0, points.length);
    }

    /** The same tokens with spans that count what was left out. */
    Encoding inText(Encoding encoding) {
        int[] starts = new int[encoding.size()];
        int[] ends = new int[encoding.size()];
        for (int i = 0; i < starts.length; i++) {
            int start = encoding.starts()[i];
            int end = encoding.ends()[i];
            starts[i] = origins[start];
            ends[i] = start == end ? starts[i] : origins[end - 1] + 1;
        }
        return new Encoding(encoding.ids(), starts, ends, encoding.words());
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return point == REPLACEMENT || type == Character.FORMAT || (type == Character.CONTROL && !WhiteSpace.is(point));
    }

    /** Half a surrogate pair cannot be told in UTF-8, nor U+0000 in what the library makes of it. */
    private static int encodable(int point) {
        return point == 0 || Character.getType(point) == Character.SURROGATE ? REPLACEMENT : point;
    }
}
