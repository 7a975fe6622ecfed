package org.prakat.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.prakat.common.domain.Identity;
import org.prakat.common.domain.Role;
import org.prakat.common.event.Person;
import org.prakat.testing.SteppedClock;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

class IdentityTokensTest {

    private static final Duration LIFETIME = Duration.ofMinutes(2);
    /** What Spring Security allows the clocks of two machines to differ by. */
    private static final Duration CLOCK_SKEW = Duration.ofSeconds(60);

    private static final SigningKeys KEYS = SigningKeys.generate();
    private static final Identity MALEE = new Identity(
            new Person("st-0001", "นางสาวมาลี ใจดี", "นักวิชาการสาธารณสุขปฏิบัติการ"),
            "wang-saphung",
            "finance",
            Set.of(Role.OFFICER, Role.APPROVER));
    private static final Identity OUTSIDER =
            new Identity(new Person("st-9", "ผู้ตรวจ", "ผู้ตรวจสอบภายใน"), "wang-saphung", null, Set.of());

    private final SteppedClock clock = SteppedClock.at("2026-11-25T03:00:00Z");
    private final TokenIssuer issuer = new TokenIssuer(KEYS.signing(), LIFETIME, clock);

    static Stream<Identity> identities() {
        return Stream.of(MALEE, OUTSIDER);
    }

    @ParameterizedTest
    @MethodSource("identities")
    void anIdentityComesOutOfItsTokenAsItWentIn(Identity identity) throws Exception {
        assertThat(read(issuer.issue(identity))).isEqualTo(identity);
    }

    @Test
    void aTokenIsGoodForItsLifetimeByTheClockOfTheService() throws Exception {
        String token = issuer.issue(MALEE);

        clock.advance(LIFETIME);
        assertThat(read(token)).isEqualTo(MALEE);

        clock.advance(CLOCK_SKEW.plusSeconds(1));
        assertRefused(token);
    }

    @Test
    void aTokenIsGivenOutAgainUntilHalfOfItsLifeIsOver() {
        String first = issuer.issue(MALEE);

        clock.advance(LIFETIME.dividedBy(2).minusMillis(1));
        assertThat(issuer.issue(MALEE)).isEqualTo(first);

        clock.advance(Duration.ofMillis(1));
        assertThat(issuer.issue(MALEE)).isNotEqualTo(first);
    }

    @Test
    void whoeverIsNotQuiteTheSameGetsATokenOfTheirOwn() throws Exception {
        Identity promoted = new Identity(MALEE.person(), MALEE.office(), MALEE.workGroup(), Set.of(Role.WEBMASTER));

        assertThat(read(issuer.issue(MALEE))).isEqualTo(MALEE);
        assertThat(read(issuer.issue(promoted))).isEqualTo(promoted);
    }

    @Test
    void aTokenThatWasGoodOnceIsNotGoodForEver() throws Exception {
        JwtDecoder decoder = decoder(KEYS.publicSet());
        String token = issuer.issue(MALEE);
        assertThat(decoder.decode(token).getSubject()).isEqualTo("st-0001");

        clock.advance(LIFETIME.plus(CLOCK_SKEW).plusMillis(1));

        assertThatThrownBy(() -> decoder.decode(token)).isInstanceOf(JwtException.class);
    }

    @Test
    void aTokenOfAForeignKeyIsRefused() throws Exception {
        SigningKeys foreign = SigningKeys.generate();

        assertRefused(new TokenIssuer(foreign.signing(), LIFETIME, clock).issue(MALEE));
    }

    @Test
    void aTokenOfAForeignKeyUnderTheNameOfOursIsRefused() throws Exception {
        assertRefused(sign(
                goodClaims().build(),
                JWSAlgorithm.ES256,
                new ECDSASigner(SigningKeys.generate().signing())));
    }

    @Test
    void aTokenWithoutASignatureIsRefused() throws Exception {
        assertRefused(new PlainJWT(goodClaims().build()).serialize());
        String signed = issuer.issue(MALEE);
        assertRefused(signed.substring(0, signed.lastIndexOf('.') + 1));
    }

    @Test
    void aTokenThatTakesThePublicKeyForASharedSecretIsRefused() throws Exception {
        for (byte[] secret : List.of(
                KEYS.publicSet().getBytes(StandardCharsets.UTF_8),
                KEYS.signing().toPublicJWK().toJSONString().getBytes(StandardCharsets.UTF_8),
                KEYS.signing().toECPublicKey().getEncoded())) {
            assertRefused(sign(goodClaims().build(), JWSAlgorithm.HS256, new MACSigner(secret)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"roles", "name", "office"})
    void aTokenWhoseClaimsWereChangedIsRefused(String changed) throws Exception {
        String[] parts = issuer.issue(MALEE).split("\\.");
        String claims = Base64URL.from(parts[1]).decodeToString().replace("\"" + changed + "\"", "\"x\"");
        parts[1] = Base64URL.encode(claims).toString();

        assertRefused(String.join(".", parts));
    }

    static Stream<Consumer<JWTClaimsSet.Builder>> wrongClaims() {
        return Stream.of(
                claims -> claims.issuer("somebody-else"),
                claims -> claims.issuer(null),
                claims -> claims.expirationTime(null),
                claims -> claims.notBeforeTime(Date.from(Instant.parse("2026-11-25T04:00:00Z"))),
                claims -> claims.subject(null),
                claims -> claims.claim("name", null),
                claims -> claims.claim("position", null),
                claims -> claims.claim("office", null),
                claims -> claims.claim("roles", null),
                claims -> claims.claim("roles", List.of("EMPEROR")));
    }

    @ParameterizedTest
    @MethodSource("wrongClaims")
    void aTokenWithoutWhatMakesAnIdentityIsRefusedEvenUnderOurSignature(Consumer<JWTClaimsSet.Builder> wrong)
            throws Exception {
        JWTClaimsSet.Builder claims = goodClaims();
        assertThat(read(sign(claims.build(), JWSAlgorithm.ES256, new ECDSASigner(KEYS.signing()))))
                .isEqualTo(MALEE);

        wrong.accept(claims);

        assertRefused(sign(claims.build(), JWSAlgorithm.ES256, new ECDSASigner(KEYS.signing())));
    }

    @Test
    void whileTheKeysAreChangedTokensOfBothAreGood() throws Exception {
        SigningKeys next = SigningKeys.generate();
        JWKSet both =
                new JWKSet(List.of(KEYS.signing().toPublicJWK(), next.signing().toPublicJWK()));
        JwtDecoder decoder = decoder(both.toString());

        for (SigningKeys keys : List.of(KEYS, next)) {
            String token = new TokenIssuer(keys.signing(), LIFETIME, clock).issue(MALEE);
            assertThat(IdentityToken.of(decoder.decode(token)).identity()).isEqualTo(MALEE);
        }
    }

    @Test
    void whatGoesToTheServicesHasNoSecretInIt() {
        String secret = KEYS.signing().getD().toString();

        assertThat(KEYS.privateSet()).contains(secret);
        assertThat(KEYS.publicSet()).doesNotContain(secret);
        assertThat(KEYS.toString()).doesNotContain(secret);
        assertThat(SigningKeys.parse(KEYS.privateSet()).signing()).isEqualTo(KEYS.signing());
    }

    @Test
    void keysThatAreNoneAreRefusedWithoutQuotingThem() {
        for (String wrong : Arrays.asList("secret", "{}", "{\"keys\":[]}", "{\"keys\":[{\"kty\":\"secret\"}]}")) {
            assertThatThrownBy(() -> SigningKeys.parse(wrong))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining("secret");
        }
        assertThatThrownBy(() -> new TokenIssuer(KEYS.signing().toPublicJWK(), LIFETIME, clock))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private JWTClaimsSet.Builder goodClaims() {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(IdentityClaims.ISSUER)
                .expirationTime(Date.from(clock.instant().plus(LIFETIME)));
        IdentityClaims.of(MALEE).forEach(claims::claim);
        return claims;
    }

    private static String sign(JWTClaimsSet claims, JWSAlgorithm algorithm, JWSSigner signer) throws Exception {
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(algorithm)
                        .keyID(KEYS.signing().getKeyID())
                        .build(),
                claims);
        token.sign(signer);
        return token.serialize();
    }

    /** Reads a token as the services do: the decoder, then the converter. */
    private Identity read(String token) throws ParseException {
        return IdentityToken.of(decoder(KEYS.publicSet()).decode(token)).identity();
    }

    private JwtDecoder decoder(String publicKeys) throws ParseException {
        return new ServiceSecurity().identityTokens(new SecurityProperties(publicKeys), clock);
    }

    /** By the decoder, or by the converter behind it; the service answers 401 to both (see ProblemsOverHttpTest). */
    private void assertRefused(String token) {
        assertThatThrownBy(() -> read(token)).isInstanceOfAny(JwtException.class, IllegalArgumentException.class);
    }
}
