package org.prakat.common.storage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the object store is, and who we are there.
 *
 * @param endpoint an http or https address
 * @param bucketPrefix the buckets are this, a hyphen and {@code incoming}, {@code published} or {@code archive}
 * @param createBuckets whether to make missing buckets at the start; in containers an init job does
 * @param timeout how long to wait for an answer
 */
@ConfigurationProperties("prakat.object-store")
public record ObjectStoreProperties(
        String endpoint,
        String accessKey,
        String secretKey,
        @DefaultValue("prakat") String bucketPrefix,
        @DefaultValue("false") boolean createBuckets,
        @DefaultValue("30s") Duration timeout) {

    @Override
    public String toString() {
        return "ObjectStoreProperties[endpoint=" + endpoint + ", bucketPrefix=" + bucketPrefix + "]";
    }
}
