package io.oceanid.support.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a function shows to Prometheus, in the text format.
 *
 * @param body all of it
 * @param samples a line each
 */
public record Scrape(String body, List<String> samples) {

    /** Reads a body of {@code /actuator/prometheus}. */
    public static Scrape of(String body) {
        return new Scrape(
                body,
                body.lines()
                        .filter(line -> !line.isBlank() && !line.startsWith("#"))
                        .toList());
    }

    /** The series there are, each by its name and labels. */
    public Set<String> series() {
        return samples.stream()
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Checks that requests make no more series than there are after a few of them, and keeps the last scrape.
     *
     * @param ask sends requests; its number is for what differs from request to request, where somebody out there chooses it
     */
    public static void assertNoMoreSeries(IntConsumer ask, Supplier<Scrape> scrape) {
        for (int i = 0; i < 5; i++) {
            ask.accept(i);
            var _ = scrape.get();
        }
        Set<String> series = scrape.get().series();

        for (int i = 5; i < 60; i++) {
            ask.accept(i);
        }

        assertThat(scrape.get().keep().series()).isEqualTo(series).hasSizeLessThan(900);
    }

    /** Keeps it for those who check dashboards and alerts against real metrics ({@code scripts/check-monitoring}). */
    public Scrape keep() {
        try {
            Files.write(Path.of("target", "scrape.prom"), body.getBytes(StandardCharsets.UTF_8));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
