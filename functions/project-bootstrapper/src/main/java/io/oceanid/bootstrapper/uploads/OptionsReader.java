package io.oceanid.bootstrapper.uploads;

import io.oceanid.rows.Format;
import io.oceanid.rows.ReadOptions;
import io.oceanid.rows.ReadOptions.TextUnit;
import io.oceanid.rows.Recipe;
import io.oceanid.support.failure.InvalidRequestException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads options, of JSON, YAML or a query. What is not known is refused by name. */
record OptionsReader(ObjectNode given) {

    private static final Set<String> LISTS = Set.of("columns", "sheets");
    private static final Set<String> NAMES = Set.of(
            "format",
            "charset",
            "separator",
            "header",
            "columns",
            "sheets",
            "text",
            "recipe",
            "onBroken",
            "lookups",
            "url",
            "chunk");

    private static final int LARGEST_CHUNK = 5_000;
    private static final int CHUNK = 250;

    OptionsReader {
        given.propertyNames().stream()
                .filter(name -> !NAMES.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new InvalidRequestException(name, "there is no such option: " + name);
                });
    }

    /** Options out of a query, less what belongs to the path. */
    static ObjectNode ofQuery(MultiValueMap<String, String> query) {
        ObjectNode options = JsonNodeFactory.instance.objectNode();
        query.forEach((name, values) -> {
            if (LISTS.contains(name)) {
                ArrayNode list = options.putArray(name);
                values.forEach(list::add);
            } else if (NAMES.contains(name) && !values.isEmpty()) {
                options.put(name, values.getLast());
            }
        });
        return options;
    }

    ImportOptions options() {
        return new ImportOptions(read(), recipe(), refuseBroken(), lookups(), text("url"), chunk());
    }

    private ReadOptions read() {
        return new ReadOptions(
                choice("format", Format.class),
                text("charset"),
                separator(),
                header(),
                texts("columns"),
                texts("sheets"),
                unit());
    }

    private TextUnit unit() {
        TextUnit unit = choice("text", TextUnit.class);
        return unit == null ? ReadOptions.DEFAULT.text() : unit;
    }

    private @Nullable Recipe recipe() {
        JsonNode recipe = given.path("recipe");
        if (recipe.isMissingNode() || recipe.isNull()) {
            return null;
        }
        JsonNode steps = recipe.isObject() ? recipe.path("steps") : recipe;
        if (steps.isString()) {
            return new Recipe(List.of(steps.stringValue()));
        }
        List<String> queries = strings("recipe", steps);
        if (queries.isEmpty()) {
            throw new InvalidRequestException("recipe", "recipe has no steps: they are a list of SQL queries");
        }
        return new Recipe(queries);
    }

    private boolean refuseBroken() {
        String onBroken = text("onBroken");
        return switch (onBroken == null ? "skip" : onBroken) {
            case "skip" -> false;
            case "refuse" -> true;
            default -> throw new InvalidRequestException("onBroken", "onBroken is neither skip nor refuse");
        };
    }

    private Map<String, String> lookups() {
        JsonNode lookups = given.path("lookups");
        Map<String, String> urls = new LinkedHashMap<>();
        lookups.propertyNames()
                .forEach(name -> urls.put(name, lookups.path(name).asString("")));
        return urls;
    }

    private int chunk() {
        int chunk = given.path("chunk").asInt(given.has("chunk") ? 0 : CHUNK);
        if (chunk < 1 || chunk > LARGEST_CHUNK) {
            throw new InvalidRequestException("chunk", "chunk is no number from 1 to " + LARGEST_CHUNK);
        }
        return chunk;
    }

    private @Nullable Character separator() {
        String separator = text("separator");
        if (separator == null) {
            return null;
        }
        String character = separator.equals("tab") || separator.equals("\\t") ? "\t" : separator;
        if (character.length() != 1) {
            throw new InvalidRequestException("separator", "separator is not one character, nor tab");
        }
        return character.charAt(0);
    }

    private boolean header() {
        JsonNode header = given.path("header");
        return switch (header.asString("true")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidRequestException("header", "header is neither true nor false");
        };
    }

    private <E extends Enum<E>> @Nullable E choice(String name, Class<E> type) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(text))
                .findFirst()
                .orElseThrow(() -> new InvalidRequestException(
                        name,
                        "%s is none of %s"
                                .formatted(
                                        name,
                                        Arrays.stream(type.getEnumConstants())
                                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                                .collect(Collectors.joining(", ")))));
    }

    private @Nullable String text(String name) {
        JsonNode value = given.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new InvalidRequestException(name, name + " is no text");
        }
        return value.stringValue();
    }

    private List<String> texts(String name) {
        return strings(name, given.path(name));
    }

    private static List<String> strings(String name, JsonNode list) {
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray() || StreamSupport.stream(list.spliterator(), false).anyMatch(item -> !item.isString())) {
            throw new InvalidRequestException(name, name + " is no list of texts");
        }
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::stringValue)
                .toList();
    }
}
