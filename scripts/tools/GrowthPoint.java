import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What events cost with so many annotations in the tables: medians of rounds, in milliseconds.
 *
 * @param least of the medians of rounds
 * @param most of them
 */
record GrowthPoint(long annotations, double eventsASecond, double median, double p99, double least, double most) {

    static GrowthPoint of(long annotations, List<ClosedLoop.Outcome> rounds) {
        double[] medians = sorted(rounds, outcome -> outcome.percentile(50));
        return new GrowthPoint(
                annotations,
                middle(sorted(rounds, ClosedLoop.Outcome::callsASecond)),
                middle(medians),
                middle(sorted(rounds, outcome -> outcome.percentile(99))),
                medians[0],
                medians[medians.length - 1]);
    }

    private static double[] sorted(List<ClosedLoop.Outcome> rounds, ToDoubleFunction<ClosedLoop.Outcome> figure) {
        return rounds.stream().mapToDouble(figure).sorted().toArray();
    }

    private static double middle(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
