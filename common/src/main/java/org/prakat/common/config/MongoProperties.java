package org.prakat.common.config;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service keeps its documents.
 *
 * @param uri a MongoDB connection string
 * @param database the name of the service's own database
 * @param timeout how long to look for a server before a call fails
 */
@ConfigurationProperties("prakat.mongo")
record MongoProperties(String uri, String database, @DefaultValue("5s") Duration timeout) {}
