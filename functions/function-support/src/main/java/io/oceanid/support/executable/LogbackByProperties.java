package io.oceanid.support.executable;

import ch.qos.logback.classic.LoggerContext;
import com.oracle.svm.core.annotate.Substitute;
import com.oracle.svm.core.annotate.TargetClass;
import java.net.URL;
import org.springframework.boot.logging.LoggingInitializationContext;
import org.springframework.boot.logging.logback.LogbackLoggingSystem;

/**
 * Logging is configured by properties, of which Spring Boot makes what is needed. Without its reader of configuration files
 * an executable holds no parser of XML.
 */
@TargetClass(LogbackLoggingSystem.class)
final class LogbackByProperties {

    private LogbackByProperties() {}

    /** None, rather than eight names that are looked for at every start. */
    @Substitute
    @SuppressWarnings("unused") // takes the place of the method of that name
    private String[] getStandardConfigLocations() {
        return new String[0];
    }

    @Substitute
    @SuppressWarnings("unused") // takes the place of the method of that name
    private void configureByResourceUrl(LoggingInitializationContext context, LoggerContext logback, URL file) {
        throw new UnsupportedOperationException("an executable reads no logging configuration from a file: " + file);
    }
}
