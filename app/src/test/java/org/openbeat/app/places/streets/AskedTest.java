package org.openbeat.app.places.streets;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            12 Main Street           | Main Street  | 12
            12b Main Street          | Main Street  | 12b
            12 B Main Street         | Main Street  | 12b
            12-14 Main Street        | Main Street  | 12
            Hauptstrasse 7           | Hauptstrasse | 7
            Hauptstrasse 7a          | Hauptstrasse | 7a
            Main Street, 12          | Main Street  | 12
            人民路12号                | 人民路        | 12
            人民路 12 号              | 人民路        | 12
            """)
    void the_number_is_taken_from_the_front_or_the_end(String typed, String name, String number) {
        assertThat(Asked.readings(Asked.clean(typed))).anySatisfy(reading -> {
            assertThat(reading.name().strip()).isEqualTo(name);
            assertThat(reading.number()).isEqualTo(number);
        });
    }

    @ParameterizedTest
    @CsvSource({"3rd Avenue", "21st Street North"})
    void an_ordinal_is_a_name_and_no_number(String typed) {
        assertThat(Asked.readings(typed)).allMatch(reading -> reading.number() == null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Main St & 3rd Ave                | Main St   | 3rd Ave
            Main St and 3rd Ave              | Main St   | 3rd Ave
            corner of Main St and 3rd Ave    | Main St   | 3rd Ave
            Main St / 3rd Ave                | Main St   | 3rd Ave
            Main St @ 3rd Ave, Springfield   | Main St   | 3rd Ave
            人民路与中山路                     | 人民路     | 中山路
            人民路和中山路交叉口                | 人民路     | 中山路
            人民路与中山路路口                  | 人民路     | 中山路
            """)
    void a_crossing_is_two_names(String typed, String first, String second) {
        assertThat(Asked.crossing(Asked.clean(typed))).contains(new Asked.Pair(first, second));
    }

    @Test
    void one_name_is_no_crossing() {
        assertThat(Asked.crossing("Andover Street")).isEmpty();
        assertThat(Asked.crossing("Main Street and")).isEmpty();
    }

    @Test
    void coordinates_need_decimals_and_must_be_on_earth() {
        assertThat(Asked.coordinates("43.73, 7.42")).isPresent();
        assertThat(Asked.coordinates("-43.73 -107.42")).isPresent();
        assertThat(Asked.coordinates("43, 7")).isEmpty();
        assertThat(Asked.coordinates("95.5, 7.2")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            N High St.          | north high street
            St. Clair Ave       | saint clair avenue
            Third St            | 3rd street
            Bd. des Moulins     | boulevard des moulins
            Hauptstr.           | hauptstrasse
            Straße des Friedens | strasse des friedens
            Ａvenue de l'Église | avenue de leglise
            MAIN-STREET         | main street
            """)
    void ways_to_write_one_name_come_together(String written, String folded) {
        assertThat(Folding.fold(written)).isEqualTo(folded);
    }

    @Test
    void the_core_is_what_tells_one_street_from_another() {
        assertThat(Folding.core("north high street")).isEqualTo("high");
        assertThat(Folding.core("north street")).isEqualTo("north street");
    }

    @Test
    void a_slip_is_one_letter_more_less_other_or_swapped() {
        assertThat(Likeness.edits("street", "streets")).isEqualTo(1);
        assertThat(Likeness.edits("street", "stret")).isEqualTo(1);
        assertThat(Likeness.edits("street", "strext")).isEqualTo(1);
        assertThat(Likeness.edits("hihg", "high")).isEqualTo(1);
        assertThat(Likeness.edits("", "abc")).isEqualTo(3);
    }
}
