package org.prakat.publishing.adapter.in.web;

import org.prakat.common.storage.ObjectStore;
import org.prakat.publishing.application.AmendItem;
import org.prakat.publishing.application.KeepItem;
import org.prakat.publishing.application.PublishItem;
import org.prakat.publishing.application.ReadPublications;
import org.prakat.publishing.application.ReadRegister;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The webmaster's controllers. */
@Configuration(proxyBeanMethods = false)
public class PublishingWeb {

    @Bean
    PublicationController publicationController(ReadPublications read, PublishItem publish, ObjectStore store) {
        return new PublicationController(read, publish, store);
    }

    @Bean
    UpkeepController upkeepController(KeepItem keep, AmendItem amend, ReadPublications read) {
        return new UpkeepController(keep, amend, read);
    }

    @Bean
    RegisterController registerController(ReadRegister register) {
        return new RegisterController(register);
    }
}
