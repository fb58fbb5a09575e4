package io.oceanid.sink.agreement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/** How many spans of two sides can be paired, each with one of the other side. The sides may be swapped. */
final class Matching {

    private Matching() {}

    /** Pairs of spans that are the same: control, text, offsets and label. */
    static int exact(List<LabeledSpan> one, List<LabeledSpan> other) {
        Map<LabeledSpan, Integer> free = new HashMap<>();
        one.forEach(span -> free.merge(span, 1, Integer::sum));
        int pairs = 0;
        for (LabeledSpan span : other) {
            Integer left = free.get(span);
            if (left != null && left > 0) {
                free.put(span, left - 1);
                pairs++;
            }
        }
        return pairs;
    }

    /**
     * Pairs of spans of one label and one text that share a code point, as many as there can be. No choice is better than
     * to pair the span that ends first with the one that ends first of those that it meets: any other that it meets goes on
     * for longer, and so meets all that the first one would have met later.
     */
    static int overlapping(List<LabeledSpan> one, List<LabeledSpan> other) {
        Map<Kind, List<Border>> borders = new HashMap<>();
        one.forEach(span -> add(borders, span, Side.ONE));
        other.forEach(span -> add(borders, span, Side.OTHER));
        return borders.values().stream().mapToInt(Matching::overlapping).sum();
    }

    private static int overlapping(List<Border> borders) {
        borders.sort(Comparator.comparingInt(Border::at).thenComparing(Border::isStart));
        PriorityQueue<Integer> openOfOne = new PriorityQueue<>();
        PriorityQueue<Integer> openOfOther = new PriorityQueue<>();
        int pairs = 0;
        for (Border border : borders) {
            PriorityQueue<Integer> own = border.side() == Side.ONE ? openOfOne : openOfOther;
            PriorityQueue<Integer> others = border.side() == Side.ONE ? openOfOther : openOfOne;
            if (border.isStart()) {
                own.add(border.end());
            } else if (Objects.equals(own.peek(), border.at())) {
                // it ends here and has no partner yet; of those that end together any is as good
                own.poll();
                if (others.poll() != null) {
                    pairs++;
                }
            }
        }
        return pairs;
    }

    private static void add(Map<Kind, List<Border>> borders, LabeledSpan span, Side side) {
        List<Border> here = borders.computeIfAbsent(Kind.of(span), _ -> new ArrayList<>());
        here.add(new Border(span.start(), true, span.end(), side));
        here.add(new Border(span.end(), false, span.end(), side));
    }

    private enum Side {
        ONE,
        OTHER
    }

    /** What spans have in common that may overlap. */
    private record Kind(Object text, String label) {

        static Kind of(LabeledSpan span) {
            return new Kind(Objects.requireNonNullElse(span.text(), Kind.class), span.label());
        }
    }

    /** Where a span that ends at {@code end} begins or ends; at one place ends come before starts. */
    private record Border(int at, boolean isStart, int end, Side side) {}
}
