package io.oceanid.adapter.prediction;

import io.oceanid.adapter.labelconfig.TextObject;
import io.oceanid.adapter.model.Entity;
import java.util.List;

/** What became of one task. */
sealed interface TaskReading {

    /** All of its texts were read. */
    record Read(List<ReadText> texts) implements TaskReading {}

    /** One of its texts could not be read. */
    record Failed(Throwable reason) implements TaskReading {}

    /** A text, and what a model found in it. */
    record ReadText(TextObject object, String text, List<Entity> entities) {}
}
