package org.openbeat.app.access.factors;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openbeat.app.web.QrCode;

class AppEnrolmentTest {
    private static final int SCALE = 4;
    private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

    @Test
    void a_reader_of_the_square_gets_the_secret_and_whom_it_is_for() throws Exception {
        var secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        var app = AppEnrolment.of(secret, "Lindenport City: Police & 警察", "made.up");
        assertThat(app.secret()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(app.grouped()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assertThat(read(app.qrCode()))
                .isEqualTo("otpauth://totp/Lindenport%20City%3A%20Police%20%26%20%E8%AD%A6%E5%AF%9F:made.up"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=Lindenport%20City%3A%20Police%20%26%20%E8%AD%A6%E5%AF%9F"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    private static String read(QrCode code) throws Exception {
        int width = code.size() * SCALE;
        var pixels = new int[width * width];
        Arrays.fill(pixels, 0xffffff);
        MODULE.matcher(code.path()).results().forEach(module -> {
            int left = Integer.parseInt(module.group(1)) * SCALE;
            int top = Integer.parseInt(module.group(2)) * SCALE;
            for (int y = top; y < top + SCALE; y++) {
                Arrays.fill(pixels, y * width + left, y * width + left + SCALE, 0);
            }
        });
        var bitmap = new BinaryBitmap(new GlobalHistogramBinarizer(new RGBLuminanceSource(width, width, pixels)));
        var result = new QRCodeReader().decode(bitmap);
        assertThat(result.getBarcodeFormat()).isEqualTo(BarcodeFormat.QR_CODE);
        return result.getText();
    }
}
