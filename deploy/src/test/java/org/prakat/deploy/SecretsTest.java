package org.prakat.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prakat.common.security.SigningKeys;

/** The script that makes the secrets of an installation. */
class SecretsTest {

    @TempDir
    Path parent;

    private Path folder;

    @BeforeEach
    void make() throws Exception {
        folder = parent.resolve("secrets");
        run();
    }

    private void run() throws Exception {
        Project.Answer answer = Project.run(Map.of(), "bash", "deploy/make-secrets.sh", folder.toString());
        assertThat(answer.exit()).as(answer.output()).isZero();
    }

    @Test
    void makesAllThatTheComposeFileAsksFor() throws IOException {
        assertThat(secrets().keySet())
                .containsExactlyInAnyOrderElementsOf(
                        Project.compose().at("secrets").keys());
    }

    @Test
    void keepsThemFromOthersAndThemselvesUnlikeEachOther() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(secrets().values()).doesNotHaveDuplicates();
        secrets().forEach((name, secret) -> {
            if (!name.equals("mail")) {
                assertThat(secret).as(name).hasSizeGreaterThanOrEqualTo(40).doesNotEndWith("\n");
            }
        });
    }

    @Test
    void leavesAloneWhatIsThere() throws Exception {
        Map<String, String> before = secrets();
        Files.delete(folder.resolve("kafka_request-service"));

        run();

        Map<String, String> after = secrets();
        assertThat(after.remove("kafka_request-service")).isNotEqualTo(before.remove("kafka_request-service"));
        assertThat(after).isEqualTo(before);
    }

    @Test
    void whatThePrivateKeySignsThePublicKeyVerifies() throws Exception {
        SigningKeys keys = SigningKeys.parse(secrets().get("signing_keys"));
        JWKSet published = JWKSet.parse(secrets().get("verification_keys"));
        JWSObject signed = new JWSObject(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .keyID(keys.signing().getKeyID())
                        .build(),
                new Payload("something"));

        signed.sign(new ECDSASigner(keys.signing()));

        assertThat(signed.verify(new ECDSAVerifier(
                        published.getKeyByKeyId(keys.signing().getKeyID()).toECKey())))
                .isTrue();
        assertThat(published.getKeys()).noneMatch(key -> key.isPrivate());
        assertThat(published).hasToString(JWKSet.parse(keys.publicSet()).toString());
    }

    private Map<String, String> secrets() throws IOException {
        Map<String, String> secrets = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                secrets.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return secrets;
    }
}
