package org.prakat.gateway.adapter.in.web;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.security.IdentityArguments;
import org.prakat.common.security.SigningKeys;
import org.prakat.common.security.TokenIssuer;
import org.prakat.common.web.ProblemWriter;
import org.prakat.common.web.Problems;
import org.prakat.gateway.application.AdministerAccounts;
import org.prakat.gateway.application.AdministerReference;
import org.prakat.gateway.application.SignIn;
import org.prakat.gateway.config.GatewayProperties;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The web side of the gateway: closed but for the public site, sign-in and health. */
@Configuration(proxyBeanMethods = false)
@Import({IdentityArguments.class, ServiceDownAdvice.class})
public class GatewayWeb {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);

    @Bean
    SecurityFilterChain gatewaySecurityChain(HttpSecurity http, SignIn signIn, ProblemWriter problems)
            throws Exception {
        String[] publicSite = Routes.PUBLIC_SITE.toArray(String[]::new);
        return http.authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET, publicSite)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, publicSite)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/session")
                        .permitAll()
                        .requestMatchers("/actuator/health/**", "/error")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("ADMINISTRATOR")
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new SessionFilter(signIn, problems), AuthorizationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint((request, response, e) ->
                                problems.write(request, response, HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN"))
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(request, response, HttpStatus.FORBIDDEN, Problems.FORBIDDEN)))
                .headers(headers -> headers.cacheControl(caching -> caching.disable())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // The session filter checks the token of our own sessions.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    TokenIssuer tokenIssuer(GatewayProperties properties, InstantSource clock) {
        return new TokenIssuer(
                SigningKeys.parse(properties.signingKeys()).signing(), properties.tokenLifetime(), clock);
    }

    @Bean
    RouterFunction<ServerResponse> routes(GatewayProperties properties, TokenIssuer tokens) {
        return new Routes(properties::service, tokens).all();
    }

    /** HTTP/1.1 to the services: over a plain connection the client would else ask for an upgrade with every call. */
    @Bean
    RestClientCustomizer relayClient() {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT_TIMEOUT)
                .build();
        return builder -> builder.requestFactory(new JdkClientHttpRequestFactory(client));
    }

    @Bean
    SessionController sessionController(SignIn signIn) {
        return new SessionController(signIn);
    }

    @Bean
    AccountController accountController(AdministerAccounts accounts) {
        return new AccountController(accounts);
    }

    @Bean
    ReferenceController referenceController(
            AdministerReference<OfficeDefined> offices,
            AdministerReference<WorkGroupDefined> workGroups,
            AdministerReference<CategoryDefined> categories,
            AdministerReference<AppointmentOrderDefined> orders) {
        return new ReferenceController(offices, workGroups, categories, orders);
    }
}
