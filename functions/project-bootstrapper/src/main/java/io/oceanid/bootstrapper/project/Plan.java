package io.oceanid.bootstrapper.project;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done so that Label Studio is as declared.
 *
 * @param project its id; null if it is to be made
 * @param steps in their order; none if all is as declared
 * @param held why the label config may not change without force: labels that are in use and would go
 * @param notes what is not as declared and stays so
 */
record Plan(String name, @Nullable Long project, List<Step> steps, List<String> held, List<String> notes) {

    Plan {
        steps = List.copyOf(steps);
        held = List.copyOf(held);
        notes = List.copyOf(notes);
    }
}
