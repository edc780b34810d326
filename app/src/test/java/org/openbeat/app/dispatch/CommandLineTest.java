package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.openbeat.app.dispatch.commandline.CommandLine;
import org.openbeat.app.dispatch.commandline.Line;
import org.openbeat.app.dispatch.incident.Priority;
import org.openbeat.app.dispatch.unit.UnitStatus;

class CommandLineTest {

    @Test
    void the_lines_of_every_day_are_read() {
        assertThat(read("a 12 u7")).isEqualTo(new Line.Assign("12", List.of("u7"), Manner.NOW, false));
        assertThat(read("  A  #012 U7 u8 ok")).isEqualTo(new Line.Assign("12", List.of("u7", "u8"), Manner.NOW, true));
        assertThat(read("a 12 u7 +")).isEqualTo(new Line.Assign("12", List.of("u7"), Manner.STACK, false));
        assertThat(read("a 12 u7 !")).isEqualTo(new Line.Assign("12", List.of("u7"), Manner.PREEMPT, true));
        assertThat(read("u 12 u7 not needed")).isEqualTo(new Line.Cancel("12", "u7", "not needed"));
        assertThat(read("e u7")).isEqualTo(new Line.Status("u7", UnitStatus.EN_ROUTE));
        assertThat(read("s u7")).isEqualTo(new Line.Status("u7", UnitStatus.ON_SCENE));
        assertThat(read("s u7 br")).isEqualTo(new Line.Status("u7", UnitStatus.ON_BREAK));
        assertThat(read("v u7")).isEqualTo(new Line.Status("u7", UnitStatus.AVAILABLE));
        assertThat(read("n 12 two people hurt")).isEqualTo(new Line.Note("12", "two people hurt"));
        assertThat(read("p 12 1")).isEqualTo(new Line.Prioritise("12", new Priority(1)));
        assertThat(read("y 12")).isEqualTo(new Line.ConfirmLocation("12"));
        assertThat(read("c 12 settled all quiet")).isEqualTo(new Line.Close("12", "settled", "all quiet"));
        assertThat(read("r 12 it began again")).isEqualTo(new Line.Reopen("12", "it began again"));
        assertThat(read("l 12 2026-11-24/9")).isEqualTo(new Line.Join("12", "2026-11-24/9"));
        assertThat(read("12")).isEqualTo(new Line.Open("12"));
        assertThat(read("f 12")).isEqualTo(new Line.Find("12"));
        assertThat(read("f market square")).isEqualTo(new Line.Find("market square"));
    }

    @Test
    void what_is_not_understood_is_said_with_the_word_at_which_it_stopped() {
        assertThat(read("")).isEqualTo(new Line.Unclear(Line.Problem.EMPTY, ""));
        assertThat(read("zap 12")).isEqualTo(new Line.Unclear(Line.Problem.UNKNOWN_COMMAND, "zap"));
        assertThat(read("a u7")).isEqualTo(new Line.Unclear(Line.Problem.INCIDENT_MISSING, "u7"));
        assertThat(read("a 12")).isEqualTo(new Line.Unclear(Line.Problem.UNIT_MISSING, "12"));
        assertThat(read("a 12 u7;drop")).isEqualTo(new Line.Unclear(Line.Problem.UNIT_MISSING, "u7;drop"));
        assertThat(read("s u7 flying")).isEqualTo(new Line.Unclear(Line.Problem.STATUS_UNKNOWN, "flying"));
        assertThat(read("n 12")).isEqualTo(new Line.Unclear(Line.Problem.TEXT_MISSING, "12"));
        assertThat(read("p 12 9")).isEqualTo(new Line.Unclear(Line.Problem.PRIORITY_MISSING, "9"));
        assertThat(read("c 12")).isEqualTo(new Line.Unclear(Line.Problem.DISPOSITION_MISSING, "12"));
        assertThat(read("l 12 u7")).isEqualTo(new Line.Unclear(Line.Problem.OTHER_INCIDENT_MISSING, "u7"));
    }

    @Test
    void whatever_is_typed_there_is_an_answer() {
        var random = new Random(20261125);
        var alphabet = "aeusnpcrlof 12#+!-/._u7ok\t中é";
        for (int i = 0; i < 20_000; i++) {
            var line = new StringBuilder();
            random.ints(random.nextInt(24), 0, alphabet.length()).forEach(each -> line.append(alphabet.charAt(each)));
            assertThat(read(line.toString())).isNotNull();
        }
    }

    private static Line read(String line) {
        return CommandLine.read(line);
    }
}
