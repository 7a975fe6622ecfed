package org.prakat.common.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialDeletion;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.ResourceNotFoundException;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.resource.ResourcePatternFilter;

/**
 * The users of a Kafka that asks for passwords, with what they may do. Every method throws {@link IllegalStateException} when
 * the broker does not answer in time or refuses.
 */
final class KafkaUsers {

    private static final long PATIENCE_SECONDS = 60;
    /** The work that somebody has who stole the hashes and tries passwords. */
    private static final int ITERATIONS = 8192;

    private final Admin admin;

    KafkaUsers(Admin admin) {
        this.admin = admin;
    }

    void setPasswords(Map<String, String> passwords) {
        List<UserScramCredentialAlteration> changes = new ArrayList<>();
        passwords.forEach((user, password) -> changes.add(new UserScramCredentialUpsertion(
                user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password)));
        await(admin.alterUserScramCredentials(changes).all());
    }

    /** Nobody gets in by this name any more. Whoever is in stays so until the connection ends. */
    void removePassword(KafkaUser user) {
        try {
            await(admin.alterUserScramCredentials(
                            List.of(new UserScramCredentialDeletion(user.name(), ScramMechanism.SCRAM_SHA_512)))
                    .all());
        } catch (IllegalStateException e) {
            boolean hasNone = e.getCause() instanceof ExecutionException failed
                    && failed.getCause() instanceof ResourceNotFoundException;
            if (!hasNone) {
                throw e;
            }
        }
    }

    /** Exactly these rights: what the user was allowed before and no longer is, goes. */
    void allowOnly(KafkaUser user, Collection<AclBinding> wanted) {
        Set<AclBinding> superfluous = new HashSet<>(await(admin.describeAcls(new AclBindingFilter(
                        ResourcePatternFilter.ANY,
                        new AccessControlEntryFilter(user.principal(), null, AclOperation.ANY, AclPermissionType.ANY)))
                .values()));
        wanted.forEach(superfluous::remove);
        await(admin.createAcls(wanted).all());
        await(admin.deleteAcls(superfluous.stream().map(AclBinding::toFilter).toList())
                .all());
    }

    /** How much a user may send in a second; the broker lets whoever sends more wait. */
    void limitBytesPerSecond(KafkaUser user, long bytes) {
        ClientQuotaEntity entity = new ClientQuotaEntity(Map.of(ClientQuotaEntity.USER, user.name()));
        await(admin.alterClientQuotas(List.of(new ClientQuotaAlteration(
                        entity, List.of(new ClientQuotaAlteration.Op("producer_byte_rate", (double) bytes)))))
                .all());
    }

    private static <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("Kafka's users cannot be changed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
