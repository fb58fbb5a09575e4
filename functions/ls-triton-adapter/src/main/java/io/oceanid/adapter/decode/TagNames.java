package io.oceanid.adapter.decode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads tags from the names that a model gives them.
 *
 * <p>No scheme uses a letter for what another uses it for otherwise, so it need not be known which one it is: B begins, I
 * and M are inside, E and L end, S, U and W are single. What has to be told apart are names with such letters and plain
 * ones, as {@code E-MAIL} is.
 */
final class TagNames {

    private static final String LETTERS = "BIMELSUW";
    private static final Pattern SPECIAL_TOKEN = Pattern.compile("\\[.+]|<.+>");

    private final List<String> names;
    private final char separator;
    private final boolean hasPositions;

    TagNames(List<String> names) {
        this.names = names;
        hasPositions = allHavePositions('-') || allHavePositions('_') || someLabelBeginsAndGoesOn();
        separator = allHavePositions('_') ? '_' : '-';
    }

    /** Whether tags tell where in an entity a token stands. */
    boolean havePositions() {
        return hasPositions;
    }

    List<Tag> tags() {
        return names.stream().map(this::tag).toList();
    }

    private Tag tag(String name) {
        if (isOutside(name)) {
            return Tag.OUTSIDE;
        }
        return hasPositions && hasPosition(name, separator)
                ? new Tag(position(name.charAt(0)), name.substring(2))
                : new Tag(Tag.Position.INSIDE, name);
    }

    private boolean allHavePositions(char separator) {
        List<String> labels = names.stream().filter(name -> !isOutside(name)).toList();
        return labels.stream().allMatch(name -> hasPosition(name, separator))
                && labels.stream().anyMatch(name -> name.charAt(0) == 'B' || name.charAt(0) == 'I');
    }

    private boolean someLabelBeginsAndGoesOn() {
        Set<String> all = new HashSet<>(names);
        return all.stream().anyMatch(name -> name.startsWith("B-") && all.contains("I-" + name.substring(2)));
    }

    private static boolean hasPosition(String name, char separator) {
        return name.length() > 2 && name.charAt(1) == separator && LETTERS.indexOf(name.charAt(0)) >= 0;
    }

    /** Also what some models have for the special tokens around a text. */
    private static boolean isOutside(String name) {
        return name.equals(Tag.OUTSIDE.label()) || SPECIAL_TOKEN.matcher(name).matches();
    }

    private static Tag.Position position(char letter) {
        return switch (letter) {
            case 'B' -> Tag.Position.BEGIN;
            case 'E', 'L' -> Tag.Position.END;
            case 'S', 'U', 'W' -> Tag.Position.SINGLE;
            default -> Tag.Position.INSIDE;
        };
    }
}
