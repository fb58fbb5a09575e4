package io.oceanid.sink.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class MatchingTest {

    @Property
    void theSidesMayBeSwapped(@ForAll("spans") List<LabeledSpan> one, @ForAll("spans") List<LabeledSpan> other) {
        Scores scores = Scores.of(one, other);
        Scores swapped = Scores.of(other, one);

        assertThat(swapped.exact().f1()).isEqualTo(scores.exact().f1());
        assertThat(swapped.overlap().f1()).isEqualTo(scores.overlap().f1());
        assertThat(swapped.exact().precision()).isEqualTo(scores.exact().recall());
        assertThat(swapped.overlap().precision()).isEqualTo(scores.overlap().recall());
    }

    @Property
    void whateverAgreesWithItselfAgreesWholly(@ForAll("spans") List<LabeledSpan> spans) {
        Scores scores = Scores.of(spans, spans.reversed());

        assertThat(scores.exact().f1()).isEqualTo(spans.isEmpty() ? null : 1.0);
        assertThat(scores.overlap().f1()).isEqualTo(spans.isEmpty() ? null : 1.0);
    }

    @Property
    void nothingAgreesMoreThanWhollyAndNothingExactlyThatDoesNotOverlap(
            @ForAll("spans") List<LabeledSpan> one, @ForAll("spans") List<LabeledSpan> other) {
        Scores scores = Scores.of(one, other);

        assertThat(scores.exact().matched()).isBetween(0L, scores.overlap().matched());
        assertThat(scores.overlap().matched()).isLessThanOrEqualTo(Math.min(one.size(), other.size()));
        if (!one.isEmpty() || !other.isEmpty()) {
            assertThat(Objects.requireNonNull(scores.overlap().f1())).isBetween(0.0, 1.0);
        }
    }

    @Property
    void asManyOverlapAsAnyPairingFinds(
            @ForAll("spans") List<LabeledSpan> one, @ForAll("spans") List<LabeledSpan> other) {
        assertThat(Matching.overlapping(one, other)).isEqualTo(byAugmenting(one, other));
    }

    @Property
    void labelsAddUpToTheWhole(@ForAll("spans") List<LabeledSpan> one, @ForAll("spans") List<LabeledSpan> other) {
        Scores sum = List.of("A", "B").stream()
                .map(label -> Scores.of(only(one, label), only(other, label)))
                .reduce(Scores.NOTHING, Scores::plus);

        assertThat(sum).isEqualTo(Scores.of(one, other));
    }

    @Example
    void aSpanThatTouchesAnotherDoesNotOverlapIt() {
        assertThat(Matching.overlapping(List.of(span(0, 3)), List.of(span(3, 5))))
                .isZero();
        assertThat(Matching.overlapping(List.of(span(0, 4)), List.of(span(3, 5))))
                .isEqualTo(1);
    }

    @Example
    void aLongSpanIsOneHoweverManyItMeets() {
        assertThat(Matching.overlapping(List.of(span(0, 9)), List.of(span(0, 3), span(4, 9))))
                .isEqualTo(1);
    }

    @Example
    void exactlyMeansControlTextOffsetsAndLabel() {
        LabeledSpan span = new LabeledSpan("label", "text", 1, 3, "PORT");

        assertThat(List.of(
                                span,
                                new LabeledSpan("other", "text", 1, 3, "PORT"),
                                new LabeledSpan("label", "other", 1, 3, "PORT"),
                                new LabeledSpan("label", "text", 0, 3, "PORT"),
                                new LabeledSpan("label", "text", 1, 4, "PORT"),
                                new LabeledSpan("label", "text", 1, 3, "VESSEL"))
                        .stream()
                        .map(other -> Matching.exact(List.of(span), List.of(other)))
                        .toList())
                .containsExactly(1, 0, 0, 0, 0, 0);
    }

    @Example
    void ofNothingThereIsNoScore() {
        assertThat(Score.NOTHING.precision()).isNull();
        assertThat(Score.NOTHING.recall()).isNull();
        assertThat(Score.NOTHING.f1()).isNull();
        assertThat(new Score(4, 0, 0).f1()).isZero();
        assertThat(new Score(4, 2, 1).precision()).isEqualTo(0.25);
        assertThat(new Score(4, 2, 1).recall()).isEqualTo(0.5);
        assertThat(new Score(4, 2, 1).f1()).isEqualTo(1.0 / 3);
    }

    @Example
    void anEmptySpanIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> span(3, 3));
    }

    @Provide
    Arbitrary<List<LabeledSpan>> spans() {
        return Combinators.combine(
                        Arbitraries.of("label", "other"),
                        Arbitraries.of("text", "note").injectNull(0.1),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(1, 8),
                        Arbitraries.of("A", "B"))
                .as((control, text, start, length, label) ->
                        new LabeledSpan(control, text, start, start + length, label))
                .list()
                .ofMaxSize(12);
    }

    private static LabeledSpan span(int start, int end) {
        return new LabeledSpan("label", "text", start, end, "PORT");
    }

    private static List<LabeledSpan> only(List<LabeledSpan> spans, String label) {
        return spans.stream().filter(span -> span.label().equals(label)).toList();
    }

    /** Kuhn's algorithm, which knows nothing of intervals. */
    private static int byAugmenting(List<LabeledSpan> one, List<LabeledSpan> other) {
        List<@Nullable LabeledSpan> partners = new ArrayList<>();
        other.forEach(_ -> partners.add(null));
        int pairs = 0;
        for (LabeledSpan span : one) {
            if (augment(span, other, partners, new HashSet<>())) {
                pairs++;
            }
        }
        return pairs;
    }

    private static boolean augment(
            LabeledSpan span, List<LabeledSpan> other, List<@Nullable LabeledSpan> partners, Set<Integer> seen) {
        for (int i = 0; i < other.size(); i++) {
            if (overlap(span, other.get(i)) && seen.add(i)) {
                LabeledSpan partner = partners.get(i);
                if (partner == null || augment(partner, other, partners, seen)) {
                    partners.set(i, span);
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean overlap(LabeledSpan one, LabeledSpan other) {
        return one.label().equals(other.label())
                && Objects.equals(one.text(), other.text())
                && one.start() < other.end()
                && other.start() < one.end();
    }
}
