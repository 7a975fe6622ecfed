package org.prakat.request.adapter.out.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as numbers, so that no name is looked up. */
class NetworksTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.9.9.9",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.7",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNotPublicIsNotCalled(String address) throws UnknownHostException {
        assertThat(new Networks(false).mayCall(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "100.63.0.1",
                "100.128.0.1",
                "172.32.0.1",
                "203.150.1.1",
                "2001:fb0::1",
                "2606:4700::1"
            })
    void theInternetIsCalled(String address) throws UnknownHostException {
        assertThat(new Networks(false).mayCall(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void thisMachineIsCalledOnlyForTryingOutAndOthersNotEvenThen() throws UnknownHostException {
        Networks trying = new Networks(true);

        assertThat(trying.mayCall(InetAddress.getByName("127.0.0.1"))).isTrue();
        assertThat(trying.mayCall(InetAddress.getByName("::1"))).isTrue();
        assertThat(trying.mayCall(InetAddress.getByName("192.168.1.1"))).isFalse();
        assertThat(trying.mayCall(InetAddress.getByName("0.0.0.0"))).isFalse();
    }
}
