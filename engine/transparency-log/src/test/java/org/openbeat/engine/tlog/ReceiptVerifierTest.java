package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptVerifierTest {

    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private final SignerKey log = SignedNoteTest.key("log.example/ledger", 7);
    private final SignerKey stranger = SignedNoteTest.key("stranger.example", 8);
    private final CosignerKey paper = WitnessTest.witnessKey("paper.example", 10);
    private final CosignerKey court = WitnessTest.witnessKey("court.example", 11);
    private final Disclosure disclosure = disclosure();
    private final byte[] receipt = receipt(disclosure, log);
    private final ReceiptVerifier verifier = new ReceiptVerifier(List.of(log.verifierKey()));

    @Test
    void a_receipt_is_verified_and_says_what_it_is_for() throws UnverifiedException {
        var verified = verifier.verify(receipt);
        assertThat(verified.index()).isEqualTo(301);
        assertThat(verified.disclosure()).isEqualTo(disclosure);
        assertThat(verified.sentence()).contains("genuine", "report.received", "log.example/ledger");
    }

    @Test
    void every_flipped_bit_is_found() {
        for (int at = 0; at < receipt.length; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] changed = receipt.clone();
                changed[at] ^= (byte) (1 << bit);
                assertRefused(changed, "bit %d of byte %d".formatted(bit, at));
            }
        }
    }

    @Test
    void every_byte_set_to_white_space_or_left_out_or_doubled_is_found() {
        for (int at = 0; at < receipt.length; at++) {
            for (char other : " \n\r\t=A".toCharArray()) {
                byte[] changed = receipt.clone();
                changed[at] = (byte) other;
                if (receipt[at] != other) {
                    assertRefused(changed, "byte %d set to %d".formatted(at, (int) other));
                }
                assertRefused(inserted(at, (byte) other), "byte %d put in at %d".formatted((int) other, at));
            }
            assertRefused(without(at), "byte %d left out".formatted(at));
            assertRefused(Arrays.copyOf(receipt, at), "cut at %d".formatted(at));
        }
        assertRefused(inserted(receipt.length, (byte) '\n'), "a newline at the end");
    }

    @Test
    void a_receipt_signed_by_another_key_is_refused() {
        var impostor = SignedNoteTest.key("log.example/ledger", 9);
        assertThatThrownBy(() -> verifier.verify(receipt(disclosure, impostor)))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("None of the keys");
        assertThatThrownBy(() -> verifier.verify(receipt(disclosure, stranger)))
                .isInstanceOf(UnverifiedException.class);
    }

    @Test
    void a_strangers_signature_beside_the_logs_is_told_as_not_checked() throws UnverifiedException {
        var verified = verifier.verify(receipt(disclosure, log, stranger));
        assertThat(verified.vouched().strangers()).containsExactly("stranger.example");
        assertThat(verified.vouchers()).singleElement().asString().contains("Not checked", "stranger.example");
        assertThat(verifier.verify(receipt).vouchers()).isEmpty();
    }

    @Test
    void each_witness_that_is_trusted_must_have_signed_and_is_named_with_its_time() throws UnverifiedException {
        var keys = List.of(log.verifierKey(), paper.verifierKey(), court.verifierKey());
        var all = new ReceiptVerifier(keys);
        var verified = all.verify(cosigned(paper, court));
        assertThat(verified.vouched().cosignatures())
                .containsExactly(
                        new Cosignature(paper.verifierKey(), NOON), new Cosignature(court.verifierKey(), NOON));
        assertThat(verified.vouchers()).first().asString().contains("paper.example", "2026-11-25T12:00:00Z");
        assertThatThrownBy(() -> all.verify(cosigned(paper)))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("1 of 2 witnesses");
    }

    @Test
    void a_witness_does_not_stand_in_for_the_log_nor_the_log_for_a_witness() {
        var both = new ReceiptVerifier(List.of(log.verifierKey(), paper.verifierKey()));
        var proof = TlogProof.parse(receipt);
        var bare = new SignedNote(
                proof.checkpoint().text(),
                List.of(paper.cosign(proof.checkpoint().text(), NOON)));
        assertThatThrownBy(() ->
                        both.verify(new TlogProof(proof.extraBase64(), proof.index(), proof.hashes(), bare).format()))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("None of the keys");
        assertThatThrownBy(() -> both.verify(receipt)).isInstanceOf(UnverifiedException.class);
        assertThatThrownBy(() -> LogKeys.of(List.of(paper.verifierKey()))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new TrustPolicy(LogKeys.of(List.of()), List.of(log.verifierKey()), 1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_flipped_bit_of_a_cosigned_receipt_is_found_by_who_has_all_keys() {
        var all = new ReceiptVerifier(List.of(log.verifierKey(), paper.verifierKey(), court.verifierKey()));
        byte[] cosigned = cosigned(paper, court);
        for (int at = 0; at < cosigned.length; at++) {
            byte[] changed = cosigned.clone();
            changed[at] ^= (byte) (1 << at % 8);
            int place = at;
            assertThatThrownBy(() -> all.verify(changed)).as("byte %d", place).isInstanceOf(UnverifiedException.class);
        }
    }

    @Test
    void one_who_signs_under_two_names_is_one_witness() {
        var twice = CosignerKey.parse(paper.format());
        assertThatThrownBy(() -> new TrustPolicy(
                        LogKeys.of(List.of(log.verifierKey())),
                        List.of(paper.verifierKey(), WitnessTest.renamed(twice, "other.example")),
                        2))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("same key");
    }

    @Test
    void another_payload_another_salt_or_no_disclosure_is_refused() {
        var otherPayload = new Disclosure(disclosure.entry(), Json.of("no theft"), disclosure.salt());
        var otherSalt = new Disclosure(disclosure.entry(), disclosure.payload(), CanonicalBase64.encode(new byte[32]));
        var shortSalt = new Disclosure(disclosure.entry(), disclosure.payload(), "AAAA");
        for (var wrong : List.of(otherPayload, otherSalt, shortSalt)) {
            assertRefused(receipt(wrong, log), wrong.toString());
        }
        var bare = TlogProof.parse(receipt);
        assertRefused(new TlogProof(null, bare.index(), bare.hashes(), bare.checkpoint()).format(), "no disclosure");
    }

    @Test
    void the_command_says_in_words_what_it_found(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("r.tlog-proof"), receipt);
        var vkey = log.verifierKey().format();
        assertThat(run(file.toString(), "--key", vkey)).startsWith("0 This receipt is genuine");
        assertThat(run(file.toString(), vkey)).startsWith("0 This receipt is genuine");
        assertThat(run(file.toString())).startsWith("2 There is no file").contains("openbeat.vkey");
        Files.writeString(folder.resolve("openbeat.vkey"), vkey + "\n");
        assertThat(run(file.toString())).startsWith("0 ");
        var other = stranger.verifierKey().format();
        assertThat(run(file.toString(), "--key", other)).startsWith("1 This receipt is NOT genuine");
        assertThat(run(file.toString(), "--key", "nonsense")).startsWith("2 ");
        assertThat(run()).startsWith("2 Use:");
        Files.write(file, without(40));
        assertThat(run(file.toString())).startsWith("1 This receipt is NOT genuine");
    }

    @Test
    void the_command_says_which_witnesses_vouched(@TempDir Path folder) throws IOException {
        var file = Files.write(folder.resolve("r.tlog-proof"), cosigned(paper)).toString();
        var vkey = log.verifierKey().format();
        var paperKey = paper.verifierKey().format();
        var courtKey = court.verifierKey().format();
        assertThat(run(file, "--key", vkey)).startsWith("0 ").contains("Not checked", "No witness was asked for");
        assertThat(run(file, "--key", vkey, "--witness", paperKey))
                .startsWith("0 ")
                .contains("The witness paper.example vouched at 2026-11-25T12:00:00Z");
        assertThat(run(file, "--key", vkey, "--witness", paperKey, "--witness", courtKey))
                .startsWith("1 ")
                .contains("1 of 2 witnesses");
        assertThat(run(file, "--key", vkey, "--witness", paperKey, "--witness", courtKey, "--quorum", "1"))
                .startsWith("0 ")
                .contains("paper.example vouched", "court.example has not signed");
        assertThat(run(file, "--key", vkey, "--witness", paperKey, "--quorum", "2"))
                .startsWith("2 Use:");
        assertThat(run(file, "--key", vkey, "--nonsense", "2")).startsWith("2 Use:");
        assertThat(run(file, "--key")).startsWith("2 Use:");
        Files.writeString(folder.resolve("openbeat.vkey"), vkey + "\n" + paperKey + "\n");
        assertThat(run(file)).startsWith("0 ").contains("paper.example vouched");
    }

    @Test
    void the_command_follows_the_log_from_the_key_that_was_kept_to_the_next(@TempDir Path folder) throws IOException {
        var next = SignedNoteTest.key("log.example/ledger", 12);
        var file = Files.write(folder.resolve("r.tlog-proof"), receipt(disclosure, next))
                .toString();
        var vkey = log.verifierKey().format();
        assertThat(run(file, "--key", vkey)).startsWith("1 ");
        var handover = new KeyNotice.Handover("log.example/ledger", 200, log.verifierKey(), next.verifierKey());
        var notices = Files.writeString(
                folder.resolve("notices"), handover.sign(log, next).format());
        assertThat(run(file, "--key", vkey, "--key-notices", notices.toString()))
                .startsWith("0 ");
        Files.writeString(notices, handover.sign(next).format());
        assertThat(run(file, "--key", vkey, "--key-notices", notices.toString()))
                .startsWith("1 ");
    }

    private byte[] cosigned(CosignerKey... witnesses) {
        var proof = TlogProof.parse(receipt);
        var text = proof.checkpoint().text();
        var note = proof.checkpoint()
                .with(Arrays.stream(witnesses)
                        .map(key -> key.cosign(text, NOON))
                        .toList());
        return new TlogProof(proof.extraBase64(), proof.index(), proof.hashes(), note).format();
    }

    private static String run(String... arguments) {
        var bytes = new ByteArrayOutputStream();
        var stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        return VerifyReceipt.run(arguments, stream, stream) + " " + bytes.toString(StandardCharsets.UTF_8);
    }

    private void assertRefused(byte[] changed, String what) {
        assertThatThrownBy(() -> verifier.verify(changed)).as(what).isInstanceOf(UnverifiedException.class);
    }

    private byte[] without(int at) {
        byte[] changed = new byte[receipt.length - 1];
        System.arraycopy(receipt, 0, changed, 0, at);
        System.arraycopy(receipt, at + 1, changed, at, receipt.length - at - 1);
        return changed;
    }

    private byte[] inserted(int at, byte value) {
        byte[] changed = new byte[receipt.length + 1];
        System.arraycopy(receipt, 0, changed, 0, at);
        changed[at] = value;
        System.arraycopy(receipt, at, changed, at + 1, receipt.length - at);
        return changed;
    }

    private static Disclosure disclosure() {
        var salt = new byte[Disclosure.SALT_LENGTH];
        Arrays.fill(salt, (byte) 0x5a);
        Json payload = Json.of(Map.of("text", "The street light at 12 Mill Lane is out. 路灯坏了。", "lon", 12.5));
        var entry = (Json.Members) Json.of(Map.of(
                "action",
                "report.received",
                "at",
                "2026-11-25T09:00:00Z",
                Disclosure.PAYLOAD_HASH,
                Disclosure.payloadHash(salt, payload.canonical())));
        return new Disclosure(entry, payload, CanonicalBase64.encode(salt));
    }

    private static byte[] receipt(Disclosure disclosure, SignerKey... keys) {
        var hashes = new HashList();
        for (int i = 0; i < 301; i++) {
            hashes.append(Hash.ofLeaf(new byte[] {(byte) i}));
        }
        hashes.append(Hash.ofLeaf(disclosure.leaf()));
        hashes.append(Hash.ofLeaf(new byte[] {1}));
        var checkpoint = new Checkpoint("log.example/ledger", 303, hashes.tree().root());
        return TlogProof.of(disclosure.format(), hashes.tree().inclusionProof(301), checkpoint.sign(keys))
                .format();
    }
}
