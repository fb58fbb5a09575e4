package io.oceanid.sink.export;

import io.oceanid.sink.project.LiveProject;
import io.oceanid.support.failure.InvalidRequestException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What is asked for. */
record ExportRequest(long project, ExportFormat format) {

    /**
     * Reads the parameters.
     *
     * @param parameters a parameter by its name; null where there is none
     * @throws InvalidRequestException if one of them makes no sense
     */
    static ExportRequest of(Function<String, @Nullable String> parameters) {
        return new ExportRequest(
                LiveProject.id(parameters.apply("id")),
                format(parameters.apply("format"), isTrue("spreadsheet", parameters.apply("spreadsheet"))));
    }

    String fileName() {
        return "project-" + project + "." + format.ending();
    }

    private static ExportFormat format(@Nullable String name, boolean spreadsheet) {
        return switch (name) {
            case null -> new JsonlFormat();
            case "jsonl" -> new JsonlFormat();
            case "conll" -> new ConllFormat();
            case "csv" -> new CsvFormat(spreadsheet);
            default -> throw new InvalidRequestException("format", "the format is none of jsonl, conll and csv");
        };
    }

    private static boolean isTrue(String name, @Nullable String value) {
        return switch (value) {
            case null -> false;
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidRequestException(name, name + " is neither true nor false");
        };
    }
}
