package org.prakat.common.reference;

import com.mongodb.client.MongoDatabase;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For services that judge by the reference data: their copy of it. */
@Configuration(proxyBeanMethods = false)
public class ReferenceConfiguration {

    @Bean
    ReferenceData referenceData(MongoDatabase database) {
        return new MongoReferenceData(database);
    }
}
