package org.prakat.publishing.adapter.in.site;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.security.PublicPaths;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.web.Problems;
import org.prakat.common.web.UnchangedPages;
import org.prakat.publishing.application.PublicSite;
import org.prakat.publishing.application.ReadPublications;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/** The public site. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteProperties.class)
public class Site implements WebMvcConfigurer {

    private static final Duration STATIC_FILES = Duration.ofDays(7);

    /** What everybody may read needs nobody's identity: it is given before the security chain looks for one. */
    private static final int BEFORE_SECURITY = -101;

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/site/**")
                .addResourceLocations("classpath:/static/site/")
                .setCacheControl(CacheControl.maxAge(STATIC_FILES).cachePublic());
    }

    @Bean
    PublicPaths publicPaths() {
        return new PublicPaths(List.of(
                "/",
                "/items/**",
                "/categories/**",
                "/search",
                "/not-found",
                "/feed.xml",
                "/robots.txt",
                "/sitemap.xml",
                "/sitemaps/*",
                "/site/**",
                "/api/public/**",
                UnchangedPages.PATH,
                "/error"));
    }

    @Bean
    SiteAddress siteAddress(SiteProperties properties) {
        return SiteAddress.of(properties.address());
    }

    @Bean
    SiteNames siteNames(ReferenceData reference, SiteProperties properties) {
        return new SiteNames(reference, properties.office());
    }

    @Bean
    SiteFrame siteFrame(SiteNames names, SiteAddress address) {
        return new SiteFrame(names, address);
    }

    @Bean
    SiteCaching siteCaching(ObjectProvider<PublicSite> site, InstantSource clock) {
        return new SiteCaching(site::getObject, clock);
    }

    @Bean
    SchemaOrg schemaOrg(SiteNames names, SiteAddress address, JsonMapper json) {
        return new SchemaOrg(names, address, json);
    }

    @Bean
    ItemModel itemModel(SiteNames names, SiteAddress address, SchemaOrg metadata) {
        return new ItemModel(names, address, metadata);
    }

    @Bean
    ListPages listPages(PublicSite site, SiteNames names, SiteFrame frame, SiteCaching caching) {
        return new ListPages(site, names, frame, caching);
    }

    @Bean
    ItemPages itemPages(PublicSite site, ItemModel items, SiteFrame frame, SiteCaching caching, ObjectStore store) {
        return new ItemPages(site, items, frame, caching, store);
    }

    @Bean
    NotFoundPage notFoundPage(SiteFrame frame) {
        return new NotFoundPage(frame);
    }

    @Bean
    PreviewPages previewPages(ReadPublications read, ItemModel items, SiteFrame frame) {
        return new PreviewPages(read, items, frame);
    }

    @Bean
    Feeds feeds(PublicSite site, SiteNames names, SiteAddress address, SiteCaching caching) {
        return new Feeds(site, names, address, caching);
    }

    @Bean
    Robots robots(
            PublicSite site, SiteNames names, SiteAddress address, SiteCaching caching, SiteProperties properties) {
        return new Robots(site, names, address, caching, properties.sitemapPart());
    }

    @Bean
    PublicApi publicApi(PublicSite site, SiteNames names, SchemaOrg metadata, Problems problems, SiteCaching caching) {
        return new PublicApi(site, names, metadata, problems, caching);
    }

    @Bean
    FilterRegistrationBean<SiteHeaders> siteHeaders() {
        return new FilterRegistrationBean<>(new SiteHeaders());
    }

    @Bean
    KeptAnswers keptAnswers(SiteCaching caching, InstantSource clock, SiteProperties properties) {
        return new KeptAnswers(caching, clock, properties.keptAnswers());
    }

    @Bean
    FilterRegistrationBean<KeptAnswers> keptAnswersFilter(KeptAnswers answers) {
        FilterRegistrationBean<KeptAnswers> registration = new FilterRegistrationBean<>(answers);
        registration.setOrder(BEFORE_SECURITY);
        return registration;
    }

    @Bean
    UnchangedPagesController unchangedPagesController(KeptAnswers answers) {
        return new UnchangedPagesController(answers);
    }
}
