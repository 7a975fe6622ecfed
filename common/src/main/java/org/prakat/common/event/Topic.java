package org.prakat.common.event;

/** The topics of Kafka: one for each service that tells something. Only that service may write to it. */
public enum Topic {
    REQUEST_EVENTS("request.events.v1", "request-service", false),
    APPROVAL_EVENTS("approval.events.v1", "approval-service", false),
    PUBLICATION_EVENTS("publication.events.v1", "publishing-service", false),
    EXPIRY_EVENTS("expiry.events.v1", "expiry-service", false),
    /** The state of reference data; compacted, so that the last word on each subject is always there. */
    REFERENCE("reference.v1", "gateway-service", true);

    private final String topicName;
    private final String producer;
    private final boolean compacted;

    Topic(String topicName, String producer, boolean compacted) {
        this.topicName = topicName;
        this.producer = producer;
        this.compacted = compacted;
    }

    public String topicName() {
        return topicName;
    }

    /** The name of the only service that writes there. */
    public String producer() {
        return producer;
    }

    public boolean compacted() {
        return compacted;
    }
}
