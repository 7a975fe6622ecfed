package org.prakat.request.adapter.out.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.prakat.request.domain.WebhookSecret;

class SignatureTest {

    /** The example that libraries of Standard Webhooks are tested with. */
    private static final WebhookSecret SECRET = new WebhookSecret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

    private static final String EXPECTED = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    @Test
    void aMessageIsSignedAsTheStandardSays() {
        assertThat(signature(List.of(SECRET))).isEqualTo(EXPECTED);
    }

    @Test
    void eachSecretHasItsSignature() {
        WebhookSecret other = WebhookSecret.draw();

        assertThat(signature(List.of(other, SECRET)).split(" ", -1)).hasSize(2).endsWith(EXPECTED);
        assertThat(other.key()).hasSize(32);
        assertThat(other.toString()).doesNotContain("whsec_");
    }

    private static String signature(List<WebhookSecret> secrets) {
        byte[] body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        return Signature.of(secrets, "msg_p5jXN8AQM9LWM0D4loKWxJek", 1_614_265_330, body);
    }
}
