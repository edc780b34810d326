package org.openbeat.app.access;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An authenticator of tests: an ES256 key, what it says of the page, and whether it asked its owner. */
final class SoftAuthenticator {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final JsonMapper JSON = new JsonMapper();
    private static final int USER_PRESENT = 1;
    private static final int USER_VERIFIED = 4;
    private static final int HAS_KEY = 64;

    private final KeyPair keys;
    private final byte[] id;
    private String userHandle = "";
    private int count = 1;

    /** What it says of the page where it was asked. */
    String origin = "http://localhost:8080";
    /** Whether its owner showed a finger, face or PIN. */
    boolean verifies = true;

    SoftAuthenticator(String id) throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        this.keys = generator.generateKeyPair();
        this.id = id.getBytes(StandardCharsets.UTF_8);
    }

    String create(String options) throws GeneralSecurityException {
        var asked = JSON.readTree(options);
        userHandle = asked.at("/user/id").asString();
        var client = clientData("webauthn.create", asked);
        var data = authenticatorData(asked.at("/rp/id").asString(), HAS_KEY, credentialData());
        var object = join(
                HexFormat.of().parseHex("a363666d74646e6f6e656761747453746d74a068617574684461746159"),
                ByteBuffer.allocate(2).putShort((short) data.length).array(),
                data);
        var response = "{\"clientDataJSON\":\"%s\",\"attestationObject\":\"%s\",\"transports\":[\"internal\"]}"
                .formatted(encoded(client), encoded(object));
        return credential(response);
    }

    String get(String options) throws GeneralSecurityException {
        count++;
        var asked = JSON.readTree(options);
        var client = clientData("webauthn.get", asked);
        var data = authenticatorData(asked.at("/rpId").asString(), 0, new byte[0]);
        var signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(join(data, sha256(client)));
        var response =
                "{\"clientDataJSON\":\"%s\",\"authenticatorData\":\"%s\",\"signature\":\"%s\",\"userHandle\":\"%s\"}"
                        .formatted(encoded(client), encoded(data), encoded(signature.sign()), userHandle);
        return credential(response);
    }

    /** As a copy of the key would: it has not counted along. */
    void fallBehind() {
        count = 0;
    }

    private String credential(String response) {
        return ("{\"id\":\"%1$s\",\"rawId\":\"%1$s\",\"type\":\"public-key\",\"response\":%2$s,"
                        + "\"clientExtensionResults\":{},\"authenticatorAttachment\":\"platform\"}")
                .formatted(encoded(id), response);
    }

    private byte[] clientData(String type, JsonNode asked) {
        return "{\"type\":\"%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
                .formatted(type, asked.get("challenge").asString(), origin)
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] authenticatorData(String rpId, int flags, byte[] more) {
        int all = flags | USER_PRESENT | (verifies ? USER_VERIFIED : 0);
        return join(
                sha256(rpId.getBytes(StandardCharsets.UTF_8)),
                new byte[] {(byte) all},
                ByteBuffer.allocate(4).putInt(count).array(),
                more);
    }

    private byte[] credentialData() {
        var point = ((ECPublicKey) keys.getPublic()).getW();
        return join(
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) id.length).array(),
                id,
                HexFormat.of().parseHex("a5010203262001215820"),
                coordinate(point.getAffineX()),
                HexFormat.of().parseHex("225820"),
                coordinate(point.getAffineY()));
    }

    private static byte[] coordinate(java.math.BigInteger value) {
        var bytes = value.toByteArray();
        var fixed = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, fixed, 32 - length, length);
        return fixed;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] join(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(joined::writeBytes);
        return joined.toByteArray();
    }

    private static String encoded(byte[] bytes) {
        return BASE64.encodeToString(bytes);
    }
}
