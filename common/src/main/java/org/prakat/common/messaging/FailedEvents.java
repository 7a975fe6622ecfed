package org.prakat.common.messaging;

import java.nio.charset.StandardCharsets;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.stream.binder.kafka.ListenerContainerWithDlqAndRetryCustomizer;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.AbstractMessageListenerContainer;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * What happens to an event whose handler fails. Malformed: to the dead letters at once. While a server that the handler
 * needs is out: again and again, since the next event would fare no better and an outage must not fill the dead letters.
 * Anything else: five tries, then to the dead letters.
 */
final class FailedEvents implements ListenerContainerWithDlqAndRetryCustomizer {

    static final String REASON_HEADER = "prakat-reason";
    static final String TOPIC_HEADER = "prakat-topic";

    private static final int ANY_PARTITION = -1;
    private static final long FIRST_DELAY_MILLIS = 200;
    private static final long LONGEST_DELAY_MILLIS = 5_000;
    private static final long TRIES = 5;

    private final KafkaOperations<byte[], byte[]> kafka;
    private final String deadLetterTopic;
    private final Outages outages;

    FailedEvents(KafkaOperations<byte[], byte[]> kafka, String deadLetterTopic, Outages outages) {
        this.kafka = kafka;
        this.deadLetterTopic = deadLetterTopic;
        this.outages = outages;
    }

    @Override
    public boolean retryAndDlqInBinding(String destination, @Nullable String group) {
        return false;
    }

    @Override
    public void configure(
            AbstractMessageListenerContainer<?, ?> container,
            String destination,
            @Nullable String group,
            @Nullable BiFunction<ConsumerRecord<?, ?>, Exception, TopicPartition> dlqDestination,
            @Nullable BackOff backOff) {
        DefaultErrorHandler handler = new DefaultErrorHandler(
                destination.equals(deadLetterTopic) ? FailedEvents::tryForever : toDeadLetters(), limited());
        handler.addNotRetryableExceptions(MalformedEventException.class);
        handler.setBackOffFunction((event, failure) -> outages.isOutage(failure) ? unlimited() : null);
        container.setCommonErrorHandler(handler);
    }

    private DeadLetterPublishingRecoverer toDeadLetters() {
        DeadLetterPublishingRecoverer recoverer = new DeadLetterPublishingRecoverer(
                kafka, (event, failure) -> new TopicPartition(deadLetterTopic, ANY_PARTITION));
        recoverer.setHeadersFunction(FailedEvents::headers);
        recoverer.setFailIfSendResultIsError(true);
        return recoverer;
    }

    private static Headers headers(ConsumerRecord<?, ?> event, Exception failure) {
        return new RecordHeaders()
                .add(REASON_HEADER, DeadLetterReason.of(failure).getBytes(StandardCharsets.UTF_8))
                .add(TOPIC_HEADER, event.topic().getBytes(StandardCharsets.UTF_8));
    }

    /** A dead letter that cannot be kept has no further place to go: refusing to give it up makes the container try again. */
    private static void tryForever(ConsumerRecord<?, ?> event, Exception failure) {
        throw new IllegalStateException("dead letter not kept yet", failure);
    }

    private static BackOff limited() {
        ExponentialBackOff backOff = unlimited();
        backOff.setMaxAttempts(TRIES - 1);
        return backOff;
    }

    private static ExponentialBackOff unlimited() {
        ExponentialBackOff backOff = new ExponentialBackOff(FIRST_DELAY_MILLIS, 2);
        backOff.setMaxInterval(LONGEST_DELAY_MILLIS);
        return backOff;
    }
}
