package io.oceanid.bootstrapper.project;

import io.oceanid.bootstrapper.declaration.WebhookDeclaration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is to change of a project's webhooks. */
final class WebhookPlan {

    private WebhookPlan() {}

    /** What Label Studio is to be told of a webhook: all of it each time, since it forgets what is left out. */
    static ObjectNode fields(long project, WebhookDeclaration webhook) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("project", project)
                .put("url", webhook.url())
                .put("is_active", true)
                .put("send_payload", webhook.payload())
                .put("send_for_all_actions", webhook.actions().isEmpty());
        ArrayNode actions = fields.putArray("actions");
        webhook.actions().forEach(actions::add);
        ObjectNode headers = fields.putObject("headers");
        webhook.headers().forEach(headers::put);
        return fields;
    }

    static List<Step> steps(List<WebhookDeclaration> declared, List<JsonNode> there) {
        List<Step> steps = new ArrayList<>();
        for (WebhookDeclaration webhook : declared) {
            List<JsonNode> same = There.of(there, webhook.url());
            if (same.isEmpty()) {
                steps.add(new Step.CreateWebhook(webhook));
            } else {
                List<Change> changes = changes(webhook, same.getFirst());
                if (!changes.isEmpty()) {
                    steps.add(new Step.UpdateWebhook(There.id(same.getFirst()), webhook, changes));
                }
                same.stream().skip(1).forEach(again -> steps.add(delete("repeated webhook ", again)));
            }
        }
        return steps;
    }

    static Step delete(String what, JsonNode webhook) {
        return new Step.Delete(what + There.url(webhook), "/api/webhooks/%d/".formatted(There.id(webhook)));
    }

    private static List<Change> changes(WebhookDeclaration webhook, JsonNode there) {
        ObjectNode wanted = fields(0, webhook);
        List<Change> changes = new ArrayList<>();
        for (String flag : List.of("is_active", "send_payload", "send_for_all_actions")) {
            if (there.path(flag).booleanValue(false) != wanted.path(flag).booleanValue()) {
                changes.add(
                        new Change(flag, BooleanNode.valueOf(there.path(flag).booleanValue(false)), wanted.get(flag)));
            }
        }
        TreeSet<String> actions = new TreeSet<>();
        there.path("actions").values().forEach(action -> actions.add(action.stringValue("")));
        if (!actions.equals(webhook.actions())) {
            changes.add(new Change("actions", there.path("actions"), wanted.path("actions")));
        }
        if (!there.path("headers").equals(wanted.path("headers"))) {
            changes.add(Change.hidden("headers"));
        }
        return changes;
    }
}
