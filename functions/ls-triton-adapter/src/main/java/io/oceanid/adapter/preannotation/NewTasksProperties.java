package io.oceanid.adapter.preannotation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How new tasks are worked on.
 *
 * @param batch tasks that are predicted for and stored at one go
 */
@ConfigurationProperties("oceanid.adapter.new-tasks")
record NewTasksProperties(@DefaultValue("100") int batch) {

    NewTasksProperties {
        if (batch < 1) {
            throw new IllegalArgumentException("oceanid.adapter.new-tasks.batch must be at least 1");
        }
    }
}
