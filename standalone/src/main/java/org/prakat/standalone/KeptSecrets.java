package org.prakat.standalone;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.prakat.common.security.SigningKeys;
import org.prakat.embedded.OwnerOnlyFiles;

/** The secrets of one installation: made at the first start, kept in its data folder for its owner's eyes only. */
public final class KeptSecrets {

    private static final List<String> DEMO_USERS =
            List.of("officer", "officer2", "approver", "deputy", "webmaster", "admin", "auditor");
    private static final String LETTERS = "abcdefghjkmnpqrstvwxyz23456789";
    private static final int PASSWORD_LENGTH = 12;
    private static final int AUDIT_KEY_BYTES = 32;

    private final Path folder;

    public KeptSecrets(Path folder) {
        this.folder = folder;
    }

    /** The keys that sign the tokens. */
    SigningKeys signingKeys() throws IOException {
        Path file = folder.resolve("signing.keys");
        if (!Files.exists(file)) {
            OwnerOnlyFiles.write(file, SigningKeys.generate().privateSet());
        }
        return SigningKeys.parse(Files.readString(file));
    }

    /** The key that seals the audit trails, in Base64. */
    String auditKey() throws IOException {
        Path file = folder.resolve("audit.key");
        if (!Files.exists(file)) {
            byte[] key = new byte[AUDIT_KEY_BYTES];
            new SecureRandom().nextBytes(key);
            OwnerOnlyFiles.write(file, Base64.getEncoder().encodeToString(key));
        }
        return Files.readString(file);
    }

    /**
     * The passwords of the demo accounts, by user name.
     *
     * @throws IOException when the file cannot be read or written
     */
    public Map<String, String> demoPasswords() throws IOException {
        Path file = folder.resolve("demo-accounts.properties");
        if (!Files.exists(file)) {
            OwnerOnlyFiles.write(file, newPasswords());
        }
        Properties kept = new Properties();
        kept.load(new StringReader(Files.readString(file)));
        Map<String, String> passwords = new TreeMap<>();
        kept.stringPropertyNames().forEach(user -> passwords.put(user, kept.getProperty(user)));
        return passwords;
    }

    private static String newPasswords() {
        Properties passwords = new Properties();
        DEMO_USERS.forEach(user -> passwords.setProperty(user, newPassword()));
        StringWriter text = new StringWriter();
        try {
            passwords.store(text, "the accounts of the demo office");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static String newPassword() {
        SecureRandom random = new SecureRandom();
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < PASSWORD_LENGTH; i++) {
            password.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return password.toString();
    }
}
