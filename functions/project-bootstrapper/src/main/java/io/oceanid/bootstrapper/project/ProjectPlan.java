package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.LabelConfig;
import io.oceanid.bootstrapper.declaration.ProjectDeclaration;
import io.oceanid.support.failure.InvalidRequestException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is to change of a project itself. */
final class ProjectPlan {

    /** Label Studio takes it only once there is a backend or a prediction of that name. */
    private static final String LATE = "model_version";

    private final ProjectDeclaration declared;

    ProjectPlan(ProjectDeclaration declared) {
        this.declared = declared;
    }

    Step create() {
        ObjectNode fields = fields();
        fields.put("label_config", declared.labelConfig().xml());
        return new Step.CreateProject(new Marker(declared.name()), declared.title(), fields);
    }

    /** What is to change before the backends. */
    List<Step> update(ProjectState state) {
        List<Step> steps = new ArrayList<>();
        ObjectNode fields = fields();
        List<Change> changes = changes(state.project(), fields);
        if (!changes.isEmpty()) {
            steps.add(new Step.UpdateProject("project " + declared.title(), fields, changes));
        }
        if (!declared.labelConfig().equals(labelConfig(state))) {
            fields = JsonNodeFactory.instance
                    .objectNode()
                    .put("label_config", declared.labelConfig().xml());
            steps.add(new Step.UpdateProject("label config", fields, changes(state.project(), fields)));
        }
        return steps;
    }

    /** What is to change after the backends. */
    Optional<Step> late(@Nullable ProjectState state) {
        JsonNode version = declared.settings().get(LATE);
        if (version == null || (state != null && version.equals(state.project().get(LATE)))) {
            return Optional.empty();
        }
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.set(LATE, version);
        JsonNode before = state == null ? JsonNodeFactory.instance.objectNode() : state.project();
        return Optional.of(new Step.UpdateProject("project's model", fields, changes(before, fields)));
    }

    /** Control tag's name → labels that the project has and that are not declared. */
    Map<String, Set<String>> undeclaredLabels(ProjectState state) {
        LabelConfig before = labelConfig(state);
        Map<String, Set<String>> undeclared = new LinkedHashMap<>();
        if (before != null) {
            before.labels().forEach((control, labels) -> {
                Set<String> gone = new LinkedHashSet<>(labels);
                gone.removeIf(label -> declared.labelConfig().has(control, label));
                undeclared.put(control, gone);
            });
        }
        return undeclared;
    }

    /** Labels that annotations have and that the label config would lose, each as a sentence. */
    List<String> lostLabels(ProjectState state) {
        List<String> lost = new ArrayList<>();
        LabelConfig before = labelConfig(state);
        state.usedLabels()
                .forEach((control, labels) -> labels.forEach((label, regions) -> {
                    boolean isThere = before == null || before.has(control, label);
                    if (regions > 0 && isThere && !declared.labelConfig().has(control, label)) {
                        lost.add("the label %s of %s is in use (at least %d times)".formatted(label, control, regions));
                    }
                }));
        return lost;
    }

    private ObjectNode fields() {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("title", declared.title());
        fields.put("description", new Marker(declared.name()).on(declared.description()));
        if (declared.instruction() != null) {
            fields.put("expert_instruction", declared.instruction());
        }
        for (Map.Entry<String, JsonNode> setting : declared.settings().entrySet()) {
            if (!setting.getKey().equals(LATE)) {
                fields.set(setting.getKey(), setting.getValue());
            }
        }
        return fields;
    }

    private static List<Change> changes(JsonNode before, ObjectNode fields) {
        return fields.properties().stream()
                .flatMap(field -> Change.between(field.getKey(), before.get(field.getKey()), field.getValue()).stream())
                .toList();
    }

    private static @Nullable LabelConfig labelConfig(ProjectState state) {
        try {
            return LabelConfig.of("label_config", state.text("label_config"));
        } catch (InvalidRequestException _) {
            return null; // then it is none that was declared
        }
    }
}
