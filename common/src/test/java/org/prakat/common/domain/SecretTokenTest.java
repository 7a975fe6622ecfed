package org.prakat.common.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class SecretTokenTest {

    @Test
    void everyTokenHas256BitsOfItsOwnAndFitsInAnAddress() {
        SecretToken token = SecretToken.draw();

        assertThat(Base64.getUrlDecoder().decode(token.text())).hasSize(32);
        assertThat(token.text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(SecretToken.draw()).isNotEqualTo(token);
    }

    @Test
    void onlyItsHashIsKeptAndNothingElseShowsIt() {
        SecretToken token = new SecretToken("abc");

        assertThat(token.hash()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(token.toString()).doesNotContain("abc");
    }
}
