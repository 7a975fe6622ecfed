package org.prakat.publishing.adapter.in.site;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * The public site ({@code prakat.site}).
 *
 * @param office whose site it is
 * @param address where the public reaches it, with scheme and host
 * @param keptAnswers how much memory the answers take at the most that are given more than once
 * @param sitemapPart how many items stand in one part of the site map
 */
@ConfigurationProperties("prakat.site")
public record SiteProperties(String office, URI address, DataSize keptAnswers, int sitemapPart) {}
