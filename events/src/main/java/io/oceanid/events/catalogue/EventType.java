package io.oceanid.events.catalogue;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every event type of the catalogue. */
public enum EventType {
    ANNOTATION_CREATED("annotation.created.v1"),
    ANNOTATION_UPDATED("annotation.updated.v1"),
    ANNOTATIONS_CREATED("annotations.created.v1"),
    ANNOTATIONS_DELETED("annotations.deleted.v1"),
    TASKS_CREATED("tasks.created.v1"),
    TASKS_DELETED("tasks.deleted.v1"),
    PROJECT_CREATED("project.created.v1"),
    PROJECT_UPDATED("project.updated.v1"),
    PROJECT_DELETED("project.deleted.v1"),
    LABEL_LINK_CREATED("labellink.created.v1"),
    LABEL_LINK_UPDATED("labellink.updated.v1"),
    LABEL_LINK_DELETED("labellink.deleted.v1"),
    TRAINING_REQUESTED("training.requested.v1"),
    /** A webhook that none of the others can tell, kept with the reason why. */
    UNKNOWN("unknown.v1");

    private static final String SCHEMA_BASE = "https://oceanid.io/events/";
    private static final Map<String, EventType> BY_TYPE =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));

    private final String type;

    EventType(String name) {
        this.type = "io.oceanid.labelstudio." + name;
    }

    /** The CloudEvents attribute {@code type}; also the name of the type's folder in the catalogue. */
    public String type() {
        return type;
    }

    /** The CloudEvents attribute {@code dataschema}: the {@code $id} of the type's JSON Schema. */
    public URI schema() {
        return URI.create(SCHEMA_BASE + type + "/schema.json");
    }

    /** The event type that an attribute {@code type} names, if the catalogue has it. */
    public static Optional<EventType> of(String type) {
        return Optional.ofNullable(BY_TYPE.get(type));
    }
}
