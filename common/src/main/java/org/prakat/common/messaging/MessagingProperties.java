package org.prakat.common.messaging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a service takes part in the exchange of events.
 *
 * @param createTopics whether to make missing topics at the start
 * @param partitions of the topics that are made
 * @param replicas of the topics that are made
 * @param sweepInterval how often to look for events that a crashed process left in an outbox
 * @param sweepAge how old such an event must be
 * @param keepSent how long to keep what the broker took, in case that it is lost
 */
@ConfigurationProperties("prakat.messaging")
record MessagingProperties(
        @DefaultValue("false") boolean createTopics,
        @DefaultValue("12") int partitions,
        @DefaultValue("1") short replicas,
        @DefaultValue("5s") Duration sweepInterval,
        @DefaultValue("5s") Duration sweepAge,
        @DefaultValue("7d") Duration keepSent) {}
