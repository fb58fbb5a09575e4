package io.oceanid.bootstrapper.project;

import java.util.List;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills a project with tasks. */
public interface TaskFiller {

    /** How many of the rows the project lacks. */
    Mono<Long> missing(long project, List<ObjectNode> rows);

    /** Imports the rows that the project lacks; gives what came of it. */
    Mono<JsonNode> fill(long project, List<ObjectNode> rows);
}
