package org.openbeat.app.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.openbeat.app.dispatch.intervals.ResponseRecords;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;

class AnswerTimesTest {
    private final Actor dispatcher =
            Actor.staff("dispatcher", "Dora Sample", new AgencyId("made-up"), Set.of(Role.DISPATCHER));

    @Test
    void a_board_is_answered_while_the_figures_are_being_worked_out() {
        var times = new AtomicReference<AnswerTimes>();
        var read = new AtomicInteger();
        ResponseRecords records = (reader, from, to, now, most) -> {
            times.get().of(dispatcher); // A lock that is held here would refuse this as a recursive update.
            read.incrementAndGet();
            return List.of();
        };
        var clock = Clock.fixed(Instant.parse("2026-05-01T10:00:00Z"), ZoneOffset.UTC);
        times.set(new AnswerTimes(records, new Duties(null, null, null), clock, new SimpleMeterRegistry()));
        times.get().of(dispatcher);

        times.get().renew();

        assertThat(read).hasValue(2);
    }
}
