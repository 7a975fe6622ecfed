package org.prakat.common.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the audit trail is kept.
 *
 * @param keys in Base64, each of at least 32 random bytes: the first seals, further ones verify what they sealed before
 * @param checkpointFolder where checkpoints are kept beside the log, best on another machine; absent for the log only
 * @param checkpointInterval how often one is taken
 * @param sweepInterval how often to look for entries that a crashed process left in its documents
 */
@ConfigurationProperties("prakat.audit")
record AuditProperties(
        List<String> keys,
        @Nullable Path checkpointFolder,
        @DefaultValue("1h") Duration checkpointInterval,
        @DefaultValue("60s") Duration sweepInterval) {}
