package org.openbeat.app.disclosure.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BeatFileTest {

    @Test
    void a_cell_is_quoted_where_it_must_be_and_never_reckoned() {
        assertThat(BeatFile.cell("plain")).isEqualTo("plain");
        assertThat(BeatFile.cell("one, two")).isEqualTo("\"one, two\"");
        assertThat(BeatFile.cell("she said \"no\"\nand left")).isEqualTo("\"she said \"\"no\"\"\nand left\"");
        assertThat(BeatFile.cell("=HYPERLINK(\"x\")")).isEqualTo("\"'=HYPERLINK(\"\"x\"\")\"");
        assertThat(BeatFile.cell("-1")).isEqualTo("'-1");
        assertThat(BeatFile.cell("@x")).isEqualTo("'@x");
    }
}
