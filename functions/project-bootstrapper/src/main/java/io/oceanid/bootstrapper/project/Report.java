package io.oceanid.bootstrapper.project;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tells of plans and of what was done, as JSON. Secrets are not in it. */
final class Report {

    private Report() {}

    static ObjectNode of(Plan plan) {
        ObjectNode report = head(plan.name(), plan.project());
        report.put("changes", !plan.steps().isEmpty());
        ArrayNode steps = report.putArray("steps");
        plan.steps().forEach(step -> steps.add(step(step)));
        texts(report, "held", plan.held());
        texts(report, "notes", plan.notes());
        return report;
    }

    /**
     * @param done the steps that were done, with what came of them
     * @param open the steps that were not
     */
    static ObjectNode of(Plan plan, @Nullable Long project, List<Done> done, List<Step> open) {
        ObjectNode report = head(plan.name(), project);
        ArrayNode steps = report.putArray("steps");
        for (Done one : done) {
            ObjectNode step = step(one.step()).put("outcome", "done");
            if (one.result() != null) {
                step.set("result", one.result());
            }
            steps.add(step);
        }
        for (int i = 0; i < open.size(); i++) {
            steps.add(step(open.get(i)).put("outcome", i == 0 ? "failed" : "open"));
        }
        texts(report, "notes", plan.notes());
        return report;
    }

    /** A step that was done. */
    record Done(Step step, @Nullable JsonNode result) {}

    private static ObjectNode head(String name, @Nullable Long project) {
        ObjectNode head = JsonNodeFactory.instance.objectNode();
        head.put("name", name);
        head.put("project", project);
        return head;
    }

    private static ObjectNode step(Step step) {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.put("action", step.action()).put("target", step.target());
        if (!step.changes().isEmpty()) {
            ArrayNode changes = told.putArray("changes");
            for (Change change : step.changes()) {
                ObjectNode field = changes.addObject().put("field", change.field());
                if (change.to() != null) {
                    field.set("from", change.from());
                    field.set("to", change.to());
                }
            }
        }
        return told;
    }

    private static void texts(ObjectNode report, String field, List<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = report.putArray(field);
            texts.forEach(list::add);
        }
    }
}
