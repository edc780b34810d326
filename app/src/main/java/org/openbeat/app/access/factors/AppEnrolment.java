package org.openbeat.app.access.factors;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.openbeat.app.web.QrCode;

/**
 * What an authenticator app needs to know, until a code of it is entered.
 *
 * @param secret in base 32, for those who type it
 * @param qrCode the same and more, for those who scan it
 */
public record AppEnrolment(String secret, QrCode qrCode) {

    /** Apps show the issuer and the user name beside the code. */
    static AppEnrolment of(byte[] secret, String issuer, String userName) {
        var text = SecretLetters.encode(secret);
        var address = "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
                .formatted(encoded(issuer), encoded(userName), text, encoded(issuer));
        return new AppEnrolment(text, QrCode.of(address));
    }

    /** The secret in groups of four, easier on the eye. */
    public String grouped() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "AppEnrolment";
    }
}
