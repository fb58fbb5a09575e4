package io.oceanid.labelstudio.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.labelstudio.LabelStudioClient;
import io.oceanid.support.telemetry.Telemetry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;

class LabelStudioConfigurationTest {

    private static final String URL = "oceanid.label-studio.url=";
    private static final String TOKEN = "oceanid.label-studio.token=";

    private final ApplicationContextRunner contexts = new ApplicationContextRunner()
            .withBean(Telemetry.class, Telemetry::none)
            .withUserConfiguration(LabelStudioConfiguration.class);

    @Test
    void withoutAUrlThereIsNoClient() {
        contexts.run(context -> assertThat(client(context)).isNull());
        contexts.withPropertyValues(URL + " ")
                .run(context -> assertThat(client(context)).isNull());
    }

    @Test
    void withAUrlAndATokenThereIsOne() {
        contexts.withPropertyValues(URL + "https://label-studio.example.org/it's/", TOKEN + "s3cret")
                .run(context -> {
                    assertThat(client(context)).isNotNull();
                    assertThat(context.getBean(LabelStudioProperties.class).toString())
                            .doesNotContain("s3cret");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        label-studio:8080           | s3cret | LABEL_STUDIO_URL is no http:// or https:// URL
        http://label studio         | s3cret | LABEL_STUDIO_URL is no URL
        http://label-studio.example |        | LABEL_STUDIO_PAT is not set, and LABEL_STUDIO_URL is
        """)
    void aWrongSettingIsNamed(String url, String token, String message) {
        contexts.withPropertyValues(URL + url, TOKEN + (token == null ? "" : token))
                .run(context ->
                        assertThat(context.getStartupFailure()).rootCause().hasMessage(message));
    }

    private static @Nullable LabelStudioClient client(ApplicationContext context) {
        return context.getBeanProvider(LabelStudioClient.class).getIfAvailable();
    }
}
