package org.prakat.expiry.adapter.in.messaging;

import java.util.Collection;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.prakat.expiry.application.TellWhenDue;
import org.springframework.cloud.stream.binder.kafka.KafkaBindingRebalanceListener;

/** A replica to which a part of another's work comes looks at once for what that one alone knew: it may be gone. */
class TakenOver implements KafkaBindingRebalanceListener {

    private final TellWhenDue teller;

    TakenOver(TellWhenDue teller) {
        this.teller = teller;
    }

    @Override
    public void onPartitionsAssigned(
            String binding, Consumer<?, ?> consumer, Collection<TopicPartition> partitions, boolean initial) {
        if (!partitions.isEmpty()) {
            teller.readAnew();
        }
    }
}
