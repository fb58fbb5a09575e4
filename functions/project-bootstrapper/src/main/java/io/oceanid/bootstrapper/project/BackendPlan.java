package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.BackendDeclaration;
import io.oceanid.bootstrapper.declaration.BackendDeclaration.Login;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is to change of a project's backends. */
final class BackendPlan {

    private static final String CONNECTED = "CO";

    private BackendPlan() {}

    /** What Label Studio is to be told of a backend. */
    static ObjectNode fields(long project, BackendDeclaration backend) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("project", project)
                .put("url", backend.url())
                .put("title", backend.title())
                .put("is_interactive", backend.interactive())
                .put("timeout", backend.timeout());
        fields.set("extra_params", extraParams(backend));
        Login login = backend.login();
        fields.put("auth_method", login == null ? "NONE" : "BASIC_AUTH");
        if (login != null) {
            fields.put("basic_auth_user", login.user()).put("basic_auth_pass", login.password());
        }
        return fields;
    }

    static List<Step> steps(List<BackendDeclaration> declared, List<JsonNode> there) {
        List<Step> steps = new ArrayList<>();
        for (BackendDeclaration backend : declared) {
            List<JsonNode> same = There.of(there, backend.url());
            if (same.isEmpty()) {
                steps.add(new Step.CreateBackend(backend));
            } else {
                List<Change> changes = changes(backend, same.getFirst());
                if (!changes.isEmpty()) {
                    steps.add(new Step.UpdateBackend(There.id(same.getFirst()), backend, changes));
                }
                same.stream().skip(1).forEach(again -> steps.add(delete("repeated backend ", again)));
            }
        }
        return steps;
    }

    static Step delete(String what, JsonNode backend) {
        return new Step.Delete(what + There.url(backend), "/api/ml/" + There.id(backend));
    }

    private static List<Change> changes(BackendDeclaration backend, JsonNode there) {
        ObjectNode wanted = fields(0, backend);
        wanted.remove(List.of("project", "url", "basic_auth_pass"));
        if (backend.login() == null) {
            wanted.remove("basic_auth_user");
        }
        List<Change> changes = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : wanted.properties()) {
            Change.between(field.getKey(), there.get(field.getKey()), field.getValue())
                    .ifPresent(changes::add);
        }
        if (backend.login() != null && !there.path("basic_auth_pass_is_set").asBoolean(false)) {
            changes.add(Change.hidden("basic_auth_pass"));
        }
        if (!there.path("state").stringValue("").equals(CONNECTED)) {
            changes.add(new Change(
                    "state", there.path("readable_state"), JsonNodeFactory.instance.stringNode("Connected")));
        }
        return changes;
    }

    private static JsonNode extraParams(BackendDeclaration backend) {
        return Objects.requireNonNullElse(backend.extraParams(), JsonNodeFactory.instance.nullNode());
    }
}
