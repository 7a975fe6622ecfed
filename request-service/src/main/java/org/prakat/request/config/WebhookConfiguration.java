package org.prakat.request.config;

import com.mongodb.client.MongoDatabase;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import javax.net.ssl.SSLContext;
import org.prakat.common.reference.ReferenceData;
import org.prakat.common.security.SecretBox;
import org.prakat.request.adapter.in.scheduling.WebhookSchedule;
import org.prakat.request.adapter.out.mongo.MongoWebhookDeliveries;
import org.prakat.request.adapter.out.mongo.MongoWebhooks;
import org.prakat.request.adapter.out.webhook.HttpWebhookCalls;
import org.prakat.request.adapter.out.webhook.TrustedAuthorities;
import org.prakat.request.application.DeliverOutcomes;
import org.prakat.request.application.KeepWebhook;
import org.prakat.request.application.port.OutcomeText;
import org.prakat.request.application.port.Outcomes;
import org.prakat.request.application.port.WebhookCalls;
import org.prakat.request.application.port.WebhookDeliveries;
import org.prakat.request.application.port.Webhooks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Outcomes that go to other offices by themselves. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    @Bean
    Webhooks webhooks(MongoDatabase database, SecretBox box) {
        return new MongoWebhooks(database, box);
    }

    /** Measures are made in a training run, too, which has no secrets and so no webhooks. */
    @Bean
    WebhookMeasures webhookMeasures(ObjectProvider<Webhooks> webhooks, InstantSource clock) {
        return new WebhookMeasures(webhooks::getObject, clock);
    }

    @Bean
    WebhookDeliveries webhookDeliveries(MongoDatabase database) {
        return new MongoWebhookDeliveries(database);
    }

    @Bean
    WebhookCalls webhookCalls(OutcomeText text, WebhookProperties properties, SslBundles bundles, InstantSource clock) {
        String further = properties.sslBundle();
        SSLContext trust = TrustedAuthorities.context(further == null ? null : bundles.getBundle(further));
        return new HttpWebhookCalls(text, properties.allowLoopback(), properties.patience(), trust, clock);
    }

    @Bean
    KeepWebhook keepWebhook(
            Webhooks webhooks,
            WebhookDeliveries deliveries,
            Outcomes outcomes,
            WebhookCalls calls,
            InstantSource clock) {
        return new KeepWebhook(webhooks, deliveries, outcomes, calls, clock);
    }

    @Bean
    DeliverOutcomes deliverOutcomes(
            Webhooks webhooks,
            WebhookDeliveries deliveries,
            Outcomes outcomes,
            WebhookCalls calls,
            ReferenceData reference,
            InstantSource clock) {
        return new DeliverOutcomes(
                webhooks, deliveries, outcomes, calls, reference, clock, () -> ThreadLocalRandom.current()
                        .nextDouble());
    }

    @Bean
    WebhookSchedule webhookSchedule(DeliverOutcomes deliver) {
        return new WebhookSchedule(deliver);
    }
}
