package org.prakat.common.messaging;

import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Somebody who gets into Kafka by a name and a password. */
record KafkaUser(String name) {

    private static final String ANY_HOST = "*";

    String principal() {
        return "User:" + name;
    }

    /** Whoever may read or write something may also see that it is there. */
    AclBinding allow(ResourceType type, String resource, PatternType pattern, AclOperation operation) {
        return new AclBinding(
                new ResourcePattern(type, resource, pattern),
                new AccessControlEntry(principal(), ANY_HOST, operation, AclPermissionType.ALLOW));
    }
}
