package org.openbeat.app.dispatch.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final AtomicLong nanos = new AtomicLong();

    @Test
    void R26_a_question_that_never_ends_is_answered_without_it_and_then_left_alone() throws Exception {
        var asked = new AtomicInteger();
        var never = new CountDownLatch(1);
        try (var budget = new Budget("a dead line", nanos::get)) {
            for (int i = 0; i < 100; i++) {
                assertThat(budget.ask(
                                () -> {
                                    asked.incrementAndGet();
                                    never.await();
                                    return "late";
                                },
                                () -> "guess"))
                        .isEqualTo("guess");
            }
            assertThat(asked).as("asked once, not a hundred times 250 ms").hasValue(1);
            nanos.addAndGet(Budget.REST_NANOS);
            assertThat(budget.ask(() -> "back", () -> "guess")).isEqualTo("back");
        }
    }

    @Test
    void R26_a_question_that_fails_is_answered_without_it() {
        try (var budget = new Budget("a broken map", nanos::get)) {
            assertThat(budget.<String>ask(
                            () -> {
                                throw new IllegalStateException("no map");
                            },
                            () -> "guess"))
                    .isEqualTo("guess");
        }
    }
}
