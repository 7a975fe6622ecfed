package org.prakat.common.security;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How a service knows the gateway's tokens.
 *
 * @param verificationKeys a JSON Web Key Set (RFC 7517) with the public EC P-256 keys; during a change of keys, the old
 *     and the new one
 */
@ConfigurationProperties("prakat.security")
public record SecurityProperties(String verificationKeys) {}
