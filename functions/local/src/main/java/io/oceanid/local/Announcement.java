package io.oceanid.local;

import io.oceanid.local.function.LocalFunction;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** Where everything is, a line each. */
final class Announcement {

    private static final String LINE = "%-20s %-4s %-52s %s";

    private Announcement() {}

    static List<String> lines(List<LocalFunction> functions, URI database) {
        Stream<String> endpoints = functions.stream()
                .flatMap(function -> function.endpoints().stream()
                        .map(endpoint -> LINE.formatted(
                                function.name(), endpoint.method(), function.at(endpoint.path()), endpoint.what())));
        return Stream.concat(endpoints, Stream.of(LINE.formatted("PostgreSQL", "", database, "")))
                .map(String::stripTrailing)
                .toList();
    }
}
