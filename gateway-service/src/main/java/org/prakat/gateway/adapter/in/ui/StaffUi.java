package org.prakat.gateway.adapter.in.ui;

import java.util.List;
import org.prakat.common.event.OfficeDefined;
import org.prakat.common.web.Problems;
import org.prakat.gateway.adapter.in.SessionFilter;
import org.prakat.gateway.application.AdministerAccounts;
import org.prakat.gateway.application.SignIn;
import org.prakat.gateway.application.port.Definitions;
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

    /** Nothing comes from elsewhere, and nothing runs that stands in a page. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
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
        SessionFilter.Rules rules = new SessionFilter.Rules(
                SIGN_IN, FormToken::in, (request, response) -> response.sendError(HttpStatus.FORBIDDEN.value()));
        return http.securityMatcher(HOME, HOME + "/**")
                .authorizeHttpRequests(
                        calls -> calls.requestMatchers(HttpMethod.GET, ASSETS + "**", LanguageController.PATH)
                                .permitAll()
                                .requestMatchers(SIGN_IN)
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .addFilterBefore(new SessionFilter(signIn, rules), AuthorizationFilter.class)
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                        (request, response, e) -> response.sendRedirect(LocalPath.signInFor(request))))
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
    HomeController homeController(List<HomePart> parts) {
        return new HomeController(parts);
    }

    @Bean
    ProfileController profileController(AdministerAccounts accounts, SignIn signIn, Refusals refusals) {
        return new ProfileController(accounts, signIn, refusals);
    }
}
