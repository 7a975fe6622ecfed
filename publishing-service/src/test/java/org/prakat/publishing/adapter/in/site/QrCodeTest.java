package org.prakat.publishing.adapter.in.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String ADDRESS = "https://www.example.go.th/items/xpvspp3tk25eb1xve97y";

    @Test
    void aReaderReadsTheAddress() throws Exception {
        QrCode code = QrCode.of(ADDRESS);

        assertThat(new Decoder().decode(withoutQuietZone(code.modules())).getText())
                .isEqualTo(ADDRESS);
        assertThat(code.svg()).startsWith("<svg xmlns=").contains("fill=\"#fff\"");
    }

    private static BitMatrix withoutQuietZone(BitMatrix modules) {
        int[] inside = modules.getEnclosingRectangle();
        BitMatrix bare = new BitMatrix(inside[2], inside[3]);
        for (int y = 0; y < inside[3]; y++) {
            for (int x = 0; x < inside[2]; x++) {
                if (modules.get(x + inside[0], y + inside[1])) {
                    bare.set(x, y);
                }
            }
        }
        return bare;
    }
}
