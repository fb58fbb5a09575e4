package io.oceanid.local.function;

import org.springframework.boot.web.context.reactive.StandardReactiveWebEnvironment;
import org.springframework.core.env.MutablePropertySources;

/** No environment variables: on this machine they may be set for a real deployment, which a local run is to leave alone. */
final class LocalEnvironment extends StandardReactiveWebEnvironment {

    @Override
    protected void customizePropertySources(MutablePropertySources sources) {
        super.customizePropertySources(sources);
        sources.remove(SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
    }
}
