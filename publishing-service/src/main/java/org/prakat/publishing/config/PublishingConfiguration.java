package org.prakat.publishing.config;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import org.prakat.common.messaging.CloudEventCodec;
import org.prakat.common.mongo.OutboxRelay;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.storage.ObjectStore;
import org.prakat.common.storage.StorageConfiguration;
import org.prakat.common.web.WebConfiguration.ProblemTexts;
import org.prakat.publishing.adapter.in.messaging.PublishingEventHandlers;
import org.prakat.publishing.adapter.in.site.Site;
import org.prakat.publishing.adapter.in.web.PublishingWeb;
import org.prakat.publishing.adapter.out.mongo.MongoPublications;
import org.prakat.publishing.application.KeepAssignments;
import org.prakat.publishing.application.PublicSite;
import org.prakat.publishing.application.PublishItem;
import org.prakat.publishing.application.ReadPublications;
import org.prakat.publishing.application.RemoveItem;
import org.prakat.publishing.application.SiteFiles;
import org.prakat.publishing.application.port.Publications;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The beans of publishing-service. */
@Configuration(proxyBeanMethods = false)
@Import({StorageConfiguration.class, PublishingEventHandlers.class, PublishingWeb.class, Site.class})
public class PublishingConfiguration {

    @Bean
    ProblemTexts problemTexts() {
        return new ProblemTexts("org.prakat.publishing.problems");
    }

    @Bean
    Publications publications(MongoDatabase database, CloudEventCodec events, OutboxRelay relay) {
        return new MongoPublications(database, events, relay);
    }

    @Bean
    SiteFiles siteFiles(ObjectStore store) {
        return new SiteFiles(store);
    }

    @Bean
    KeepAssignments keepAssignments(Publications publications, InstantSource clock) {
        return new KeepAssignments(publications, clock);
    }

    @Bean
    PublishItem publishItem(Publications publications, ReferenceData reference, SiteFiles files, InstantSource clock) {
        return new PublishItem(publications, reference, files, clock);
    }

    @Bean
    RemoveItem removeItem(Publications publications, SiteFiles files, InstantSource clock) {
        return new RemoveItem(publications, files, clock);
    }

    @Bean
    ReadPublications readPublications(Publications publications) {
        return new ReadPublications(publications);
    }

    @Bean
    PublicSite publicSite(Publications publications, InstantSource clock) {
        return new PublicSite(publications, clock);
    }
}
