package io.oceanid.sink.region;

import io.oceanid.events.text.CodePoints;
import org.jspecify.annotations.Nullable;

/** A text that spans speak of. */
final class ShownText {

    private final CodePoints points;

    ShownText(String text) {
        this.points = new CodePoints(text);
    }

    String text() {
        return points.text();
    }

    /** Whether the span lies within the text and the quoted text, if there is one, is what stands there. */
    boolean hold(Span span, @Nullable String quoted) {
        if (span.start() < 0 || span.end() < span.start() || span.end() > points.length()) {
            return false;
        }
        return quoted == null || isSame(quoted, points.indexOf(span.start()), points.indexOf(span.end()));
    }

    /** Label Studio shows a carriage return as a line feed, so the two are the same here. */
    private boolean isSame(String quoted, int start, int end) {
        if (quoted.length() != end - start) {
            return false;
        }
        for (int i = 0; i < quoted.length(); i++) {
            if (folded(quoted.charAt(i)) != folded(points.text().charAt(start + i))) {
                return false;
            }
        }
        return true;
    }

    private static char folded(char unit) {
        return unit == '\r' ? '\n' : unit;
    }
}
