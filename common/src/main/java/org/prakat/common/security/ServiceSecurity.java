package org.prakat.common.security;

import static org.springframework.security.authorization.AuthenticatedAuthorizationManager.authenticated;
import static org.springframework.security.authorization.AuthorityAuthorizationManager.hasRole;
import static org.springframework.security.authorization.AuthorizationManagers.allOf;
import static org.springframework.security.authorization.AuthorizationManagers.not;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import org.prakat.common.domain.Role;
import org.prakat.common.web.ProblemWriter;
import org.prakat.common.web.Problems;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;

/**
 * Closes a service: every call must carry a token signed by the gateway, but for health and the paths that the service
 * opens by a {@link PublicPaths} bean.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SecurityProperties.class)
@Import(IdentityArguments.class)
public class ServiceSecurity {

    @Bean
    SecurityFilterChain serviceSecurityChain(
            HttpSecurity http,
            JwtDecoder tokens,
            ProblemWriter problems,
            ObjectProvider<PublicPaths> publicPaths,
            ObjectProvider<OfficePaths> officePaths)
            throws Exception {
        List<String> open =
                publicPaths.stream().flatMap(paths -> paths.patterns().stream()).toList();
        List<String> ofOffices =
                officePaths.stream().flatMap(paths -> paths.patterns().stream()).toList();
        return http.authorizeHttpRequests(calls -> calls.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers(open.toArray(String[]::new))
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("ADMINISTRATOR")
                        .requestMatchers(ofOffices.toArray(String[]::new))
                        .hasRole(Role.OFFICE.name())
                        .anyRequest()
                        .access(allOf(authenticated(), not(hasRole(Role.OFFICE.name())))))
                .oauth2ResourceServer(
                        server -> server.jwt(jwt -> jwt.decoder(tokens).jwtAuthenticationConverter(token -> {
                                    try {
                                        return IdentityToken.of(token);
                                    } catch (IllegalArgumentException e) {
                                        throw new InvalidBearerTokenException("the token names no identity", e);
                                    }
                                }))
                                .authenticationEntryPoint((request, response, e) ->
                                        problems.write(request, response, HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN")))
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, e) ->
                                problems.write(request, response, HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN"))
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(request, response, HttpStatus.FORBIDDEN, Problems.FORBIDDEN)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // There is no cookie that a browser would send along by itself.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Paths that are made to deceive ({@code //}, {@code ..;}) are answered like every other mistake. */
    @Bean
    RequestRejectedHandler deceitfulCalls(ProblemWriter problems) {
        return (request, response, e) ->
                problems.write(request, response, HttpStatus.BAD_REQUEST, HttpStatus.BAD_REQUEST.name());
    }

    @Bean
    JwtDecoder identityTokens(SecurityProperties properties, InstantSource clock) throws ParseException {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(
                JWSAlgorithm.ES256, new ImmutableJWKSet<>(JWKSet.parse(properties.verificationKeys()))));
        // Expiry and issuer are checked below, against the service's own clock.
        processor.setJWTClaimsSetVerifier((claims, context) -> {});
        NimbusJwtDecoder signatures = new NimbusJwtDecoder(processor);
        signatures.setJwtValidator(token -> OAuth2TokenValidatorResult.success());
        JwtTimestampValidator timestamps = new JwtTimestampValidator();
        timestamps.setClock(asClock(clock));
        timestamps.setAllowEmptyExpiryClaim(false);
        return new RememberedTokens(
                signatures,
                new DelegatingOAuth2TokenValidator<>(timestamps, new JwtIssuerValidator(IdentityClaims.ISSUER)));
    }

    private static Clock asClock(InstantSource source) {
        return source.withZone(ZoneOffset.UTC);
    }
}
