package org.prakat.publishing.config;

import java.time.InstantSource;
import org.prakat.common.mongo.AggregateStorage;
import org.prakat.common.reference.ReferenceConfiguration;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.storage.StorageConfiguration;
import org.prakat.common.web.WebConfiguration.ProblemTexts;
import org.prakat.publishing.adapter.in.messaging.PublishingEventHandlers;
import org.prakat.publishing.adapter.in.site.Site;
import org.prakat.publishing.adapter.in.web.PublishingWeb;
import org.prakat.publishing.adapter.out.mongo.MongoPublications;
import org.prakat.publishing.application.AmendItem;
import org.prakat.publishing.application.Duties;
import org.prakat.publishing.application.KeepAssignments;
import org.prakat.publishing.application.KeepItem;
import org.prakat.publishing.application.PublicSite;
import org.prakat.publishing.application.PublishItem;
import org.prakat.publishing.application.ReadPublications;
import org.prakat.publishing.application.ReadRegister;
import org.prakat.publishing.application.RemoveItem;
import org.prakat.publishing.application.SiteFiles;
import org.prakat.publishing.application.port.Publications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of publishing-service. */
@Configuration(proxyBeanMethods = false)
@Import({
    StorageConfiguration.class,
    ReferenceConfiguration.class,
    PublishingEventHandlers.class,
    PublishingWeb.class,
    Site.class
})
public class PublishingConfiguration {

    private static final Logger log = LoggerFactory.getLogger(PublishingConfiguration.class);

    @Bean
    ProblemTexts problemTexts() {
        return new ProblemTexts("org.prakat.publishing.problems");
    }

    @Bean
    MongoPublications publications(AggregateStorage storage) {
        return new MongoPublications(storage);
    }

    /** What was published by an earlier version of the program is found before this one takes calls. */
    @Bean
    ApplicationRunner searchTermsOfEarlierPublications(MongoPublications publications) {
        return arguments -> {
            int filled = publications.fillSearchTerms();
            if (filled > 0) {
                log.info("{} publications can now be found by the search", filled);
            }
        };
    }

    @Bean
    SiteFiles siteFiles(ObjectStore store) {
        return new SiteFiles(store);
    }

    @Bean
    Duties duties(ReferenceData reference) {
        return new Duties(reference);
    }

    @Bean
    KeepAssignments keepAssignments(
            Publications publications, Duties duties, PublishItem publish, InstantSource clock) {
        return new KeepAssignments(publications, duties, publish, clock);
    }

    @Bean
    PublishItem publishItem(Publications publications, Duties duties, SiteFiles files, InstantSource clock) {
        return new PublishItem(publications, duties, files, clock);
    }

    @Bean
    AmendItem amendItem(Publications publications, Duties duties, SiteFiles files, InstantSource clock) {
        return new AmendItem(publications, duties, files, clock);
    }

    @Bean
    KeepItem keepItem(Publications publications, Duties duties, InstantSource clock) {
        return new KeepItem(publications, duties, clock);
    }

    @Bean
    RemoveItem removeItem(
            Publications publications, PublicSite site, Duties duties, SiteFiles files, InstantSource clock) {
        return new RemoveItem(publications, site, duties, files, clock);
    }

    @Bean
    ReadPublications readPublications(Publications publications, InstantSource clock) {
        return new ReadPublications(publications, clock);
    }

    @Bean
    ReadRegister readRegister(Publications publications, ReferenceData reference, InstantSource clock) {
        return new ReadRegister(publications, reference, clock);
    }

    @Bean
    PublicSite publicSite(Publications publications, InstantSource clock) {
        return new PublicSite(publications, clock);
    }
}
