package io.oceanid.support.idle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a function that has nothing to do.
 *
 * @param patience how long nothing is asked before a native executable gives back memory that it does not need
 */
@ConfigurationProperties("oceanid.idle")
record IdleProperties(@DefaultValue("2s") Duration patience) {}
