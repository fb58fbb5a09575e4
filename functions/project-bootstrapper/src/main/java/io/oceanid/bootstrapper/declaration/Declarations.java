package io.oceanid.bootstrapper.declaration;

import io.oceanid.support.failure.InvalidRequestException;
import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads declarations. What is wrong is refused with the field's name.
 *
 * <p>Thread-safe.
 */
public final class Declarations {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final Defaults defaults;

    public Declarations(Defaults defaults) {
        this.defaults = defaults;
    }

    /**
     * A declaration, see {@code project-declaration.schema.json}.
     *
     * @throws InvalidRequestException naming the field that is wrong
     */
    public ProjectDeclaration read(JsonNode json) {
        Section section = Section.of(json);
        BackendSection backends = new BackendSection(defaults);
        WebhookSection webhooks = new WebhookSection(defaults);
        ProjectDeclaration declaration = new ProjectDeclaration(
                name(section),
                title(section),
                section.has("description") ? section.required("description").strip() : "",
                labelConfig(section),
                section.optional("instruction"),
                ProjectSettings.read(section.section("settings")),
                distinct(section, "backends", section.list("backends", "url", backends::read), BackendDeclaration::url),
                distinct(section, "webhooks", section.list("webhooks", "url", webhooks::read), WebhookDeclaration::url),
                section.objects("tasks"));
        section.end();
        return declaration;
    }

    /**
     * The short form: a title and labels, as texts; beside them what a declaration may have. The project gets the backend
     * and the webhook of the settings, where it names none itself and there are such.
     *
     * @throws InvalidRequestException naming the field that is wrong
     */
    public ProjectDeclaration shortForm(JsonNode json) {
        if (!(json instanceof ObjectNode given)) {
            return read(json);
        }
        ObjectNode full = given.deepCopy();
        if (full.path("title").isString() && !full.has("name")) {
            full.put("name", slug(full.path("title").stringValue()));
        }
        if (full.get("labels") instanceof ArrayNode labels) {
            full.putObject("labels").put("kind", "ner").set("values", labels);
        }
        addDefault(full, "backends", defaults.backendUrl());
        addDefault(full, "webhooks", defaults.webhookUrl());
        return read(full);
    }

    private static void addDefault(ObjectNode declaration, String list, @Nullable String url) {
        if (url != null && !declaration.has(list)) {
            declaration.putArray(list).addObject();
        }
    }

    private static String name(Section section) {
        String name = section.required("name");
        if (!NAME.matcher(name).matches()) {
            throw section.refused(
                    "name", "is to be 1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end");
        }
        return name;
    }

    private static String title(Section section) {
        String title = section.required("title").strip();
        int length = title.codePointCount(0, title.length());
        if (length < 3 || length > 50) {
            throw section.refused("title", "is to have 3 to 50 characters");
        }
        return title;
    }

    private static LabelConfig labelConfig(Section section) {
        Section labels = section.section("labels");
        if ((labels == null) == !section.has("labelConfig")) {
            throw section.refused("labels", "or labelConfig is needed, one of them");
        }
        return labels == null
                ? LabelConfig.of("labelConfig", section.required("labelConfig").strip())
                : LabelsSection.read(labels);
    }

    private static <T> List<T> distinct(Section section, String field, List<T> items, Function<T, String> url) {
        Set<String> urls = new HashSet<>();
        for (T item : items) {
            if (!urls.add(url.apply(item))) {
                throw section.refused(field, "has the same url twice: " + url.apply(item));
            }
        }
        return items;
    }

    /** A name made of a title: {@code Trade documents (NER)} becomes {@code trade-documents-ner}. */
    static String slug(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.substring(0, Math.min(plain.length(), 63)).replaceAll("^-+|-+$", "");
        return cut.isEmpty() ? "project-" + Integer.toHexString(title.hashCode()) : cut;
    }
}
