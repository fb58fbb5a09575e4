package io.oceanid.sink.reconcile;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** @param complete whether every project was swept to the end */
record Report(List<ProjectReport> projects, boolean complete) {

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("complete", complete);
        ArrayNode array = json.putArray("projects");
        projects.forEach(project -> array.add(project.json()));
        return json;
    }
}
