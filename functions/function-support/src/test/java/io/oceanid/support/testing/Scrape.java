package io.oceanid.support.testing;

import java.util.Arrays;
import java.util.List;

/**
 * What a function shows to Prometheus, in the text format.
 *
 * @param samples a line each
 */
public record Scrape(List<String> samples) {

    /** Reads a body of {@code /actuator/prometheus}. */
    public static Scrape of(String body) {
        return new Scrape(body.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList());
    }

    /** How many series there are. */
    public int series() {
        return samples.size();
    }

    /** The sum of the series of a name that have these labels, each as in {@code name="value"}; -1 if there are none. */
    public double value(String name, String... labels) {
        List<String> found = samples.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(line -> Arrays.stream(labels).allMatch(line::contains))
                .toList();
        return found.isEmpty()
                ? -1
                : found.stream()
                        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                        .sum();
    }

    /** By how much that sum is more than it was. */
    public double increaseSince(Scrape before, String name, String... labels) {
        return value(name, labels) - Math.max(0, before.value(name, labels));
    }
}
