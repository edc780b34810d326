package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class CosignatureTest {

    private static final String TEXT = "log.example\n0\n" + Hash.EMPTY_TREE.base64() + "\n";
    private static final Instant AT = Instant.ofEpochSecond(1_679_315_147);
    private final CosignerKey key = WitnessTest.witnessKey("witness.example/w1", 1);

    @Test
    void the_signature_is_the_time_and_ed25519_over_the_lines_of_the_specification() {
        byte[] blob = key.cosign(TEXT, AT.plusMillis(999)).signature();
        assertThat(blob).hasSize(72);
        assertThat(ByteBuffer.wrap(blob).getLong()).isEqualTo(1_679_315_147);
        var message = "cosignature/v1\ntime 1679315147\n" + TEXT;
        byte[] typed = CanonicalBase64.decode(key.verifierKey().format().split("\\+", 3)[2]);
        assertThat(typed[0]).isEqualTo((byte) 4);
        var publicKey = Ed25519.decode(Arrays.copyOfRange(typed, 1, 33));
        assertThat(Ed25519.verifies(
                        publicKey, message.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(blob, 8, 72)))
                .isTrue();
    }

    @Test
    void the_id_of_the_key_is_made_with_its_type() {
        byte[] typed = CanonicalBase64.decode(key.verifierKey().format().split("\\+", 3)[2]);
        byte[] hash = Hash.sha256("witness.example/w1\n".getBytes(StandardCharsets.UTF_8), typed);
        assertThat(key.verifierKey().id()).isEqualTo(ByteBuffer.wrap(hash).getInt());
        assertThat(VerifierKey.parse(key.verifierKey().format())).isEqualTo(key.verifierKey());
        assertThat(key.verifierKey().isWitness()).isTrue();
    }

    @Test
    void another_time_text_or_length_does_not_verify() throws UnverifiedException {
        var good = key.cosign(TEXT, AT);
        assertThat(verify(TEXT, good)).containsExactly(new Cosignature(key.verifierKey(), AT));
        byte[] blob = good.signature();
        for (byte[] bad : List.of(
                changed(blob, 7),
                changed(blob, 0),
                changed(blob, 8),
                Arrays.copyOf(blob, 71),
                Arrays.copyOf(blob, 73),
                Arrays.copyOfRange(blob, 8, 72))) {
            var signature =
                    NoteSignature.of(key.verifierKey().name(), key.verifierKey().id(), bad);
            assertThatThrownBy(() -> verify(TEXT, signature)).isInstanceOf(UnverifiedException.class);
        }
        assertThatThrownBy(() -> verify("another\n", good)).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void a_time_beyond_two_to_the_sixty_third_is_refused() {
        byte[] blob = key.cosign(TEXT, AT).signature();
        blob[0] = (byte) 0x80;
        var signature =
                NoteSignature.of(key.verifierKey().name(), key.verifierKey().id(), blob);
        assertThatThrownBy(() -> verify(TEXT, signature)).isInstanceOf(UnverifiedException.class);
        assertThatThrownBy(() -> key.cosign(TEXT, Instant.ofEpochSecond(-1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_plain_signature_by_the_same_secret_is_no_cosignature() {
        var log = SignerKey.parse(key.format()
                .replace(key.verifierKey().idText(), idAsLog())
                .replace(typedBase64((byte) 4), typedBase64((byte) 1)));
        var plain = log.sign(TEXT);
        var disguised =
                NoteSignature.of(key.verifierKey().name(), key.verifierKey().id(), plain.signature());
        assertThatThrownBy(() -> verify(TEXT, disguised)).isInstanceOf(UnverifiedException.class);
    }

    @Test
    void a_witness_that_signed_twice_counts_once_with_its_later_time() throws UnverifiedException {
        var note = new SignedNote(TEXT, List.of(key.cosign(TEXT, AT.plusSeconds(5)), key.cosign(TEXT, AT)));
        assertThat(note.cosignatures(List.of(key.verifierKey())))
                .containsExactly(new Cosignature(key.verifierKey(), AT.plusSeconds(5)));
    }

    @Test
    void a_private_key_is_read_back_and_prints_no_secret() {
        assertThat(CosignerKey.parse(key.format()).verifierKey()).isEqualTo(key.verifierKey());
        assertThat(key.toString()).doesNotContain("PRIVATE").contains("witness.example/w1");
        assertThatThrownBy(() -> SignerKey.parse(key.format())).isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> CosignerKey.parse(SignedNoteTest.key("a", 1).format()))
                .isInstanceOf(MalformedException.class);
        assertThatThrownBy(() -> CosignerKey.parse("nonsense")).isInstanceOf(MalformedException.class);
    }

    private List<Cosignature> verify(String text, NoteSignature signature) throws UnverifiedException {
        return new SignedNote(text, List.of(signature)).cosignatures(List.of(key.verifierKey()));
    }

    private static byte[] changed(byte[] blob, int at) {
        byte[] changed = blob.clone();
        changed[at] ^= 1;
        return changed;
    }

    private String idAsLog() {
        byte[] typed = CanonicalBase64.decode(key.verifierKey().format().split("\\+", 3)[2]);
        typed[0] = 1;
        byte[] hash = Hash.sha256("witness.example/w1\n".getBytes(StandardCharsets.UTF_8), typed);
        return HexFormat.of().formatHex(hash, 0, 4);
    }

    private String typedBase64(byte type) {
        byte[] typed = CanonicalBase64.decode(key.format().split("\\+", 5)[4]);
        typed[0] = type;
        return CanonicalBase64.encode(typed);
    }
}
