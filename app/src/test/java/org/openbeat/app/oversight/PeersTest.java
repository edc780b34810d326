package org.openbeat.app.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.openbeat.app.access.purpose.Tally;
import org.openbeat.app.kernel.Role;

class PeersTest {

    private static Peers peers(int... stated) {
        return Peers.of(
                Role.COMMUNITY_OFFICER,
                IntStream.range(0, stated.length)
                        .mapToObj(each -> new Tally(
                                "a" + each, "Made Up " + each, Role.COMMUNITY_OFFICER, "city", stated[each], 0, 0, 0))
                        .toList());
    }

    @Test
    void somebody_far_above_the_median_of_their_peers_stands_out_with_the_numbers_that_say_why() {
        var peers = peers(3, 5, 4, 6, 5, 60);
        assertThat(peers.median()).isEqualTo(5);
        assertThat(peers.outliers()).singleElement().satisfies(member -> {
            assertThat(member.tally().stated()).isEqualTo(60);
            assertThat(member.score()).isGreaterThan(3.5);
        });
    }

    @Test
    void where_most_look_nothing_up_a_few_look_ups_are_still_usual_and_many_are_not() {
        assertThat(peers(0, 0, 0, 0, 0, 0, 0, 2).outliers()).isEmpty();
        assertThat(peers(0, 0, 0, 0, 0, 0, 0, 40).outliers()).hasSize(1);
    }

    @Test
    void few_peers_or_equal_numbers_make_nobody_stand_out_and_looking_up_little_never_does() {
        assertThat(peers(1, 1, 1, 500).outliers()).isEmpty();
        assertThat(peers(7, 7, 7, 7, 7, 7).outliers()).isEmpty();
        assertThat(peers(90, 91, 92, 93, 94, 0).outliers()).isEmpty();
        assertThat(peers().outliers()).isEmpty();
    }
}
