package org.prakat.common.storage;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.StringUtils;

/** For a service that deals with files; it imports this itself. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ObjectStoreProperties.class)
public class StorageConfiguration {

    @Bean
    MinioObjectStore objectStore(ObjectStoreProperties properties) {
        return new MinioObjectStore(properties);
    }

    /** Where no scanner is configured, every file counts as clean. */
    @Bean
    VirusScan virusScan(
            @Value("${prakat.clamd.host:}") String host,
            @Value("${prakat.clamd.port:3310}") int port,
            @Value("${prakat.clamd.patience:2m}") Duration patience) {
        return StringUtils.hasText(host) ? new ClamdScan(host, port, patience) : file -> VirusScan.Verdict.CLEAN;
    }

    @Bean
    IncomingFiles incomingFiles(ObjectStore store, VirusScan scan, MeterRegistry meters) {
        return new IncomingFiles(store, scan, new UploadMeasures(meters));
    }
}
