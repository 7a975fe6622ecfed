package org.prakat.request.config;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How webhooks of other offices are called.
 *
 * @param patience how long to wait for an answer
 * @param allowLoopback whether this machine may be called, also without TLS: for trying out, never else
 * @param sslBundle the name of a bundle ({@code spring.ssl.bundle}) with further certificate authorities
 */
@ConfigurationProperties("prakat.offices.webhooks")
record WebhookProperties(@DefaultValue("10s") Duration patience, boolean allowLoopback, @Nullable String sslBundle) {}
