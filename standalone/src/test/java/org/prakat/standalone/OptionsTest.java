package org.prakat.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.prakat.embedded.OfficesListener;

class OptionsTest {

    @Test
    void untilToldOtherwiseOtherOfficesReachKafkaFromThisMachineOnly() {
        assertThat(Options.parse("--demo").offices()).isEqualTo(OfficesListener.onThisMachine(0));
        assertThat(Options.parse("--kafka-port=9094").offices()).isEqualTo(OfficesListener.onThisMachine(9094));
    }

    @Test
    void withACertificateAndItsNameTheyReachItFromElsewhereInAnyOrderOfArguments() {
        OfficesListener overTls = Options.parse(
                        "--kafka-certificate=/etc/kafka.pem", "--kafka-port=9094", "--kafka-host=kafka.example.go.th")
                .offices();

        assertThat(overTls).isEqualTo(new OfficesListener(9094, "kafka.example.go.th", Path.of("/etc/kafka.pem")));
        assertThat(overTls.protocol()).isEqualTo("SASL_SSL");
    }

    @Test
    void whatIsNotUnderstoodIsNotPassedOver() {
        assertThatThrownBy(() -> Options.parse("--kafka-certificate=/etc/kafka.pem"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--kafka-host");
        assertThatThrownBy(() -> Options.parse("--kafka-prot=1")).hasMessageContaining("--kafka-prot=1");
        assertThatThrownBy(() -> Options.parse("run")).hasMessageContaining("run");
    }
}
