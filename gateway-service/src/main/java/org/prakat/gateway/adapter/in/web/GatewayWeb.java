package org.prakat.gateway.adapter.in.web;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.prakat.common.domain.Role;
import org.prakat.common.event.AppointmentOrderDefined;
import org.prakat.common.event.CategoryDefined;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.event.PublicHolidaysDefined;
import org.prakat.common.event.ReasonsDefined;
import org.prakat.common.event.WorkGroupDefined;
import org.prakat.common.security.IdentityArguments;
import org.prakat.common.security.SigningKeys;
import org.prakat.common.security.TokenIssuer;
import org.prakat.common.web.ProblemWriter;
import org.prakat.gateway.adapter.in.SessionFilter;
import org.prakat.gateway.application.AdministerAccounts;
import org.prakat.gateway.application.AdministerOfficeClients;
import org.prakat.gateway.application.AdministerReference;
import org.prakat.gateway.application.AdmitOffices;
import org.prakat.gateway.application.SignIn;
import org.prakat.gateway.config.GatewayProperties;
import org.prakat.gateway.domain.TokenBucket;
import org.springframework.boot.restclient.RestClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** The web side of the gateway: closed but for the public site, secret calendars, sign-in and health. */
@Configuration(proxyBeanMethods = false)
@Import({IdentityArguments.class, ServiceDownAdvice.class})
public class GatewayWeb {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration IDLE_TIME = Duration.ofSeconds(10);
    private static final int SERVICES = 4;

    /** Eight times what is usual: files pass through here, and each read and write costs the same whatever its size. */
    private static final int RELAY_BUFFER = 64 * 1024;

    /** To one service at a time: as many calls as the gateway's own server takes at once. */
    private static final int MOST_CONNECTIONS = 200;

    @Bean
    SecurityFilterChain gatewaySecurityChain(
            HttpSecurity http,
            SignIn signIn,
            AdmitOffices offices,
            OfficeRate rate,
            ProblemWriter problems,
            GatewayProperties properties,
            RestClient.Builder client,
            CloseableHttpClient connections,
            InstantSource clock)
            throws Exception {
        KeptPages pages = new KeptPages(
                client.requestFactory(forPages(connections)).build(),
                properties.service("publishing-service"),
                properties.keptPages(),
                clock,
                Ticker.systemTicker());
        String[] open = Routes.publicPaths();
        TurnedAway turnedAway = new TurnedAway(problems);
        return http.authorizeHttpRequests(calls -> calls.requestMatchers(HttpMethod.GET, open)
                        .permitAll()
                        .requestMatchers(HttpMethod.HEAD, open)
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/api/session")
                        .permitAll()
                        .requestMatchers(HttpMethod.POST, "/oauth2/token")
                        .permitAll()
                        .requestMatchers(Routes.OFFICES.toArray(String[]::new))
                        .hasRole(Role.OFFICE.name())
                        .requestMatchers("/actuator/health/**", "/readyz", "/error")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("ADMINISTRATOR")
                        .requestMatchers("/api/**", "/openapi/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                // Once its headers are written, and before it is asked who is there: these are for everybody.
                .addFilterAfter(pages, HeaderWriterFilter.class)
                .addFilterBefore(new SessionFilter(signIn, rules(problems)), AuthorizationFilter.class)
                .addFilterBefore(
                        new OfficeTokenFilter(Routes.OFFICES, offices, rate, problems), AuthorizationFilter.class)
                .exceptionHandling(
                        errors -> errors.authenticationEntryPoint(turnedAway).accessDeniedHandler(turnedAway))
                .headers(headers -> headers.cacheControl(caching -> caching.disable())
                        // Files are looked at in pages of ours.
                        .frameOptions(frames -> frames.sameOrigin())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // The session filter checks the token of our own sessions.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Signing in takes JSON only, which keeps forms of other sites out. */
    private static SessionFilter.Rules rules(ProblemWriter problems) {
        return new SessionFilter.Rules(
                "/api/session",
                SessionFilter::inHeader,
                (request, response) -> problems.write(request, response, HttpStatus.FORBIDDEN, "CSRF_TOKEN_MISSING"));
    }

    @Bean
    OfficeRate officeRate(GatewayProperties properties, InstantSource clock) {
        GatewayProperties.OfficeRate rate = properties.officeRate();
        return new OfficeRate(new TokenBucket.Rate(rate.perMinute(), rate.burst()), clock);
    }

    @Bean
    TokenController tokenController(AdmitOffices offices, OfficeRate rate) {
        return new TokenController(offices, rate);
    }

    @Bean
    OfficeClientController officeClientController(AdministerOfficeClients clients) {
        return new OfficeClientController(clients);
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

    /**
     * Relays what it gets as it is: no redirect is followed, no cookie kept, nothing unpacked, and no call sent twice. Idle
     * connections go before the services would close them.
     */
    @Bean(destroyMethod = "close")
    CloseableHttpClient relayConnections() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setBufferSize(RELAY_BUFFER)
                                        .build())
                                .build())
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setMaxConnTotal(MOST_CONNECTIONS * SERVICES)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(CONNECT_TIMEOUT))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(1))
                                .build())
                        .build())
                .evictIdleConnections(TimeValue.of(IDLE_TIME))
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .build();
    }

    @Bean
    RestClientCustomizer relayClient(CloseableHttpClient connections) {
        return builder -> builder.requestFactory(new HttpComponentsClientHttpRequestFactory(connections));
    }

    /** A service that does not answer must not hold whoever fetches a page for all, or the rest would wait, too. */
    static ClientHttpRequestFactory forPages(CloseableHttpClient connections) {
        HttpComponentsClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory(connections);
        factory.setReadTimeout(KeptPages.LONGEST_WAIT);
        return factory;
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
            AdministerReference<AppointmentOrderDefined> orders,
            AdministerReference<PublicHolidaysDefined> holidays,
            AdministerReference<ReasonsDefined> reasons) {
        return new ReferenceController(offices, workGroups, categories, orders, holidays, reasons);
    }
}
