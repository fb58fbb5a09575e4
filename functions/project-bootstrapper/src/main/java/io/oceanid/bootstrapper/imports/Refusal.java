package io.oceanid.bootstrapper.imports;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A task that Label Studio will not have.
 *
 * @param item which of those sent
 * @param reason Label Studio's, without the task
 */
record Refusal(int item, String reason) {

    private static final Pattern OF_TASK = Pattern.compile("Error at item (\\d+): (.*)");
    private static final Pattern OF_PREDICTION = Pattern.compile("Task (\\d+), (prediction .*)");
    private static final Pattern MISSING = Pattern.compile("\"([^\"]+)\" key is expected");

    /** The first one that Label Studio's message tells of; null if it tells of none. */
    static @Nullable Refusal in(String message) {
        String plain = message.replace("\\\"", "\"").replace("\\n", " ");
        for (Pattern pattern : new Pattern[] {OF_TASK, OF_PREDICTION}) {
            Matcher found = pattern.matcher(plain);
            if (found.find()) {
                String reason = found.group(2).replaceAll(" \\[assume: .*| :: \\{.*|\"[\\]}].*|\",.*", "");
                return new Refusal(Integer.parseInt(found.group(1)), "Label Studio refuses it: " + reason.strip());
            }
        }
        return null;
    }

    /** The column that is missing, where one is. */
    String field() {
        Matcher missing = MISSING.matcher(reason);
        return missing.find() ? missing.group(1) : "file";
    }
}
