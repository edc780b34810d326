package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedNoteTest {

    private static final String TEXT = "One line.\n\nAnd one after a blank line.\n";
    private final SignerKey alice = key("alice.example", 1);
    private final SignerKey bob = key("bob.example", 2);

    @Test
    void the_published_example_verifies() throws UnverifiedException {
        var note = SignedNote.parse(Vectors.sharedText("signed-note-example.txt"));
        var key =
                VerifierKey.parse(Vectors.sharedText("signed-note-example.vkey").strip());
        assertThat(note.verify(List.of(key))).containsExactly(key);
        assertThat(note.format()).isEqualTo(Vectors.sharedText("signed-note-example.txt"));
    }

    @Test
    void a_published_private_key_signs_to_the_published_byte() {
        var vector = Vectors.shared("signed-note-peterneumann.json");
        var key = SignerKey.parse(vector.get("skey").asString());
        assertThat(key.verifierKey().format()).isEqualTo(vector.get("vkey").asString());
        var text = vector.get("text").asString();
        assertThat(SignedNote.sign(text, List.of(key)).format())
                .isEqualTo(text + "\n" + vector.get("signature_line").asString() + "\n");
        Vectors.stream(vector.get("bad_vkeys"))
                .forEach(bad -> assertThatThrownBy(() -> VerifierKey.parse(bad.asString()))
                        .isInstanceOf(MalformedException.class));
    }

    @Test
    void a_note_of_several_signers_is_verified_by_each_that_is_known() throws UnverifiedException {
        var note = SignedNote.parse(SignedNote.sign(TEXT, List.of(alice, bob)).format());
        assertThat(note.text()).isEqualTo(TEXT);
        assertThat(note.verify(List.of(bob.verifierKey()))).containsExactly(bob.verifierKey());
        assertThat(note.verify(List.of(bob.verifierKey(), alice.verifierKey())))
                .containsExactly(alice.verifierKey(), bob.verifierKey());
    }

    @Test
    void a_stranger_with_a_known_name_or_a_known_id_alone_is_ignored() throws UnverifiedException {
        var impostor = key("alice.example", 3);
        var sameId = new NoteSignature("other.example", alice.sign(TEXT).base64());
        var note = new SignedNote(TEXT, List.of(impostor.sign(TEXT), sameId, bob.sign(TEXT)));
        assertThat(note.verify(List.of(alice.verifierKey(), bob.verifierKey()))).containsExactly(bob.verifierKey());
        assertThatThrownBy(() -> note.verify(List.of(alice.verifierKey())))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("None of the keys");
    }

    @Test
    void a_wrong_signature_of_a_known_key_spoils_the_note() {
        var note = new SignedNote(TEXT, List.of(bob.sign(TEXT), alice.sign("Another text.\n")));
        assertThatThrownBy(() -> note.verify(List.of(alice.verifierKey(), bob.verifierKey())))
                .isInstanceOf(UnverifiedException.class)
                .hasMessageContaining("alice.example");
    }

    @Test
    void sixteen_signatures_are_read_and_a_flood_is_refused() throws UnverifiedException {
        var signatures = new ArrayList<NoteSignature>();
        for (int i = 0; i < 15; i++) {
            signatures.add(key("witness" + i, i).sign(TEXT));
        }
        signatures.add(alice.sign(TEXT));
        var note = SignedNote.parse(new SignedNote(TEXT, signatures).format());
        assertThat(note.verify(List.of(alice.verifierKey()))).hasSize(1);
        var flood = note.format() + alice.sign(TEXT).line().repeat(100);
        assertThatThrownBy(() -> SignedNote.parse(flood)).isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "text\n",
                "text\n\n",
                "text\n\n\n",
                "text\n\n- name AAAAAAA=\n",
                "text\n\n\u2014 name\n",
                "text\n\n\u2014 name AAAAAAA\n",
                "text\n\n\u2014 name AAAAAAB=\n",
                "text\n\n\u2014 name AAAAAAA=",
                "text\n\n\u2014 name AAAA\n",
                "text\n\n\u2014  AAAAAAA=\n",
                "text\n\n\u2014 na+me AAAAAAA=\n",
                "text\n\n\u2014 na\u00a0me AAAAAAA=\n",
                "te\rxt\n\n\u2014 name AAAAAAA=\n",
                "text\n\n\u2014 name AAAAAAA=\n\n",
                "text\n\n\u2014 name AAAAAAA= \n",
            })
    void what_is_not_written_as_a_note_is_refused(String note) {
        assertThatThrownBy(() -> SignedNote.parse(note)).isInstanceOf(MalformedException.class);
    }

    @Test
    void keys_of_other_kinds_lengths_or_ids_are_refused() {
        var good = alice.verifierKey().format();
        Stream.of(
                        "",
                        "a+b",
                        good + "=",
                        good.replace("alice", "alicf"),
                        good.substring(0, good.length() - 4),
                        good.toUpperCase(java.util.Locale.ROOT))
                .forEach(bad -> assertThatThrownBy(() -> VerifierKey.parse(bad))
                        .as(bad)
                        .isInstanceOf(MalformedException.class));
        assertThatThrownBy(() -> SignerKey.parse(good)).isInstanceOf(MalformedException.class);
        assertThat(VerifierKey.parse(good)).isEqualTo(alice.verifierKey());
    }

    @Test
    void a_signer_prints_no_secret() {
        assertThat(alice.toString())
                .doesNotContain("PRIVATE")
                .contains(alice.verifierKey().format());
    }

    /** Keys of tests come from a seed, so that a failure can be repeated. */
    static SignerKey key(String name, int seed) {
        try {
            var random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed(seed);
            return SignerKey.generate(name, random);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
