package org.openbeat.engine.tlog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointTest {

    private static final String ROOT = Hash.EMPTY_TREE.base64();

    @Test
    void extension_lines_are_kept() {
        var text = "log.example\n7\n" + ROOT + "\none\ntwo\n";
        var checkpoint = Checkpoint.parse(text);
        assertThat(checkpoint.extensions()).isEqualTo(List.of("one", "two"));
        assertThat(checkpoint.text()).isEqualTo(text);
    }

    @Test
    void an_empty_log_has_the_hash_of_nothing() {
        assertThat(Checkpoint.parse("log.example\n0\n" + ROOT + "\n").size()).isZero();
        var wrong = Hash.ofLeaf(new byte[0]).base64();
        assertThatThrownBy(() -> Checkpoint.parse("log.example\n0\n" + wrong + "\n"))
                .isInstanceOf(MalformedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "log.example\n7\n",
                "log.example\n7\nROOT",
                "\n7\nROOT\n",
                "log.example\n07\nROOT\n",
                "log.example\n-7\nROOT\n",
                "log.example\n+7\nROOT\n",
                "log.example\n \nROOT\n",
                "log.example\n\u0667\nROOT\n",
                "log.example\n9223372036854775808\nROOT\n",
                "log.example\n7\nROOT\n\nmore\n",
                "log.example\n7\nROOT=\n",
                "log.example\n7\nAAAA\n",
            })
    void other_spellings_are_refused(String text) {
        assertThatThrownBy(() -> Checkpoint.parse(text.replace("ROOT", ROOT))).isInstanceOf(MalformedException.class);
    }
}
