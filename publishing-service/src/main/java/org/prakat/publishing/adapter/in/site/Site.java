package org.prakat.publishing.adapter.in.site;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.security.PublicPaths;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.web.Problems;
import org.prakat.publishing.application.PublicSite;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The public site. */
@Configuration(proxyBeanMethods = false)
public class Site implements WebMvcConfigurer {

    private static final Duration STATIC_FILES = Duration.ofDays(7);

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/site/**")
                .addResourceLocations("classpath:/static/site/")
                .setCacheControl(CacheControl.maxAge(STATIC_FILES).cachePublic());
    }

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths(
                List.of("/", "/items/**", "/categories/**", "/search", "/site/**", "/api/public/**", "/error"));
    }

    @Bean
    SiteNames siteNames(ReferenceData reference, @Value("${prakat.site.office}") String office) {
        return new SiteNames(reference, office);
    }

    @Bean
    SiteCaching siteCaching(InstantSource clock) {
        return new SiteCaching(clock);
    }

    @Bean
    SiteController siteController(PublicSite site, SiteNames names, SiteCaching caching, ObjectStore store) {
        return new SiteController(site, names, caching, store);
    }

    @Bean
    PublicApi publicApi(PublicSite site, SiteNames names, Problems problems, SiteCaching caching) {
        return new PublicApi(site, names, problems, caching);
    }

    @Bean
    FilterRegistrationBean<SiteHeaders> siteHeaders() {
        return new FilterRegistrationBean<>(new SiteHeaders());
    }

    /** Entity tags for the pages; the files have their own. */
    @Bean
    FilterRegistrationBean<ShallowEtagHeaderFilter> pageTags() {
        FilterRegistrationBean<ShallowEtagHeaderFilter> tags =
                new FilterRegistrationBean<>(new ShallowEtagHeaderFilter() {
                    @Override
                    protected boolean shouldNotFilter(HttpServletRequest request) {
                        String path = request.getRequestURI();
                        boolean staff = path.startsWith("/api/") && !path.startsWith("/api/public/");
                        return staff || path.startsWith("/site/") || path.contains("/files/");
                    }
                });
        return tags;
    }
}
