package io.oceanid.support.idle;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When a native executable gives back memory that it does not need.
 *
 * @param patience how long nothing has been asked by then
 */
@ConfigurationProperties("oceanid.idle")
record IdleProperties(@DefaultValue("2s") Duration patience) {}
