package io.oceanid.events.catalogue;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The CloudEvents attributes that every event of the catalogue has. */
enum EventAttribute {
    SPECVERSION("The version of CloudEvents.", null),
    ID("What it is about, and a digest of the state that it tells: the same state has the same id.", null),
    SOURCE("The base URL of the Label Studio.", "uri-reference"),
    TYPE("What happened.", null),
    SUBJECT("What it happened to: annotations/7, tasks/7, projects/7, label_links/7 or webhooks.", null),
    TIME("When Label Studio says that it happened, else when its webhook came.", "date-time"),
    DATACONTENTTYPE("What the data is.", null),
    DATASCHEMA("The JSON Schema of the data.", "uri"),
    PARTITIONKEY("All events of a project have one, which keeps them in order where a broker can.", null);

    private final String description;
    private final @Nullable String format;

    EventAttribute(String description, @Nullable String format) {
        this.description = description;
        this.format = format;
    }

    String attribute() {
        return name().toLowerCase(Locale.ROOT);
    }

    String description() {
        return description;
    }

    /** A format of JSON Schema. */
    @Nullable
    String format() {
        return format;
    }

    /** The value where it is the same for all events of a type. */
    @Nullable
    String valueFor(EventType eventType) {
        return switch (this) {
            case SPECVERSION -> "1.0";
            case TYPE -> eventType.type();
            case DATACONTENTTYPE -> "application/json";
            case DATASCHEMA -> eventType.schema().toString();
            case ID, SOURCE, SUBJECT, TIME, PARTITIONKEY -> null;
        };
    }
}
