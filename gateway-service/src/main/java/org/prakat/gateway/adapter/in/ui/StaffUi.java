package org.prakat.gateway.adapter.in.ui;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.web.Problems;
import org.prakat.gateway.adapter.in.SessionFilter;
import org.prakat.gateway.application.AdministerAccounts;
import org.prakat.gateway.application.AnnounceNews;
import org.prakat.gateway.application.SignIn;
import org.prakat.gateway.application.port.Definitions;
import org.prakat.gateway.application.port.Services;
import org.prakat.gateway.config.GatewayProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The workplace of the staff, in a browser: everything below {@code /staff}. */
@Configuration(proxyBeanMethods = false)
@Import({
    PageAdvice.class,
    LanguageController.class,
    NotFoundController.class,
    StaffErrors.class,
    OfficerHome.class,
    RequestPages.class,
    ApproverPages.class,
    WebmasterPages.class,
    AdministrationPages.class,
    AuditPages.class,
    NoticesController.class
})
public class StaffUi implements WebMvcConfigurer {

    static final String HOME = "/staff";
    static final String SIGN_IN = "/staff/sign-in";
    static final String ASSETS = "/staff/assets/";

    /**
     * Nothing comes from elsewhere, and nothing runs that stands in a page. What is framed are files to be looked at; no browser
     * shows a PDF in a sandbox, but none runs anything there either, and nothing but what its content says it is gets in.
     */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self';"
                    + " form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final int BEFORE_CONTROLLERS = -1;

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // Before the page that says that there is no such page.
        registry.setOrder(BEFORE_CONTROLLERS);
        // Asked about each time, so that a new version of the program never meets old styles.
        registry.addResourceHandler(ASSETS + "**")
                .addResourceLocations("classpath:/static/staff/")
                .setCacheControl(CacheControl.noCache());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new CallerArgument());
    }

    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    SecurityFilterChain staffSecurityChain(HttpSecurity http, SignIn signIn) throws Exception {
        SessionFilter.Rules rules = new SessionFilter.Rules(SIGN_IN, FormToken::in, StaffUi::forged);
        return http.securityMatcher(HOME, HOME + "/**")
                .authorizeHttpRequests(
                        // Where a stream ends, what was permitted at its beginning is only finished.
                        calls -> calls.dispatcherTypeMatchers(DispatcherType.ASYNC)
                                .permitAll()
                                .requestMatchers(HttpMethod.GET, ASSETS + "**", LanguageController.PATH)
                                .permitAll()
                                .requestMatchers(SIGN_IN, KeptFormController.PATH)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new SessionFilter(signIn, rules), AuthorizationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(StaffUi::signInFirst))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        // Not even in memory: after the sign-out the back button shows nothing.
                        .cacheControl(caching -> caching.disable())
                        .addHeaderWriter((request, response) -> {
                            if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
                                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                            }
                        })
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                // The session filter checks the token of our own sessions.
                .csrf(AbstractHttpConfigurer::disable)
                .build();
    }

    private static void forged(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (!KeptFormController.keeps(request, response)) {
            response.sendError(HttpStatus.FORBIDDEN.value());
        }
    }

    private static void signInFirst(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException, ServletException {
        if (KeptFormController.keeps(request, response)) {
            return;
        }
        if (LiveController.PATH.equals(request.getRequestURI())) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            response.sendRedirect(LocalPath.signInFor(request));
        }
    }

    @Bean
    KeptFormController keptFormController(SignIn signIn) {
        return new KeptFormController(signIn);
    }

    @Bean
    LiveStreams liveStreams(AnnounceNews news, SignIn signIn, GatewayProperties properties) {
        return new LiveStreams(news, signIn, properties.live());
    }

    @Bean
    LiveController liveController(LiveStreams streams) {
        return new LiveController(streams);
    }

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasenames("org.prakat.gateway.ui.messages", "org.prakat.gateway.ui.administration");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PageLanguage();
    }

    @Bean
    Refusals refusals(Problems problems) {
        return new Refusals(problems);
    }

    @Bean
    OfficeName officeName(Definitions<OfficeDefined> offices) {
        return new OfficeName(offices);
    }

    @Bean
    SignInController signInController(SignIn signIn, Refusals refusals) {
        return new SignInController(signIn, refusals);
    }

    @Bean
    HomeController homeController(List<HomePart> parts, Services services) {
        return new HomeController(parts, services);
    }

    @Bean
    ProfileController profileController(AdministerAccounts accounts, SignIn signIn, Refusals refusals) {
        return new ProfileController(accounts, signIn, refusals);
    }
}
