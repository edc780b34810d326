package org.openbeat.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.support.StaticMessageSource;

@ExtendWith(OutputCaptureExtension.class)
class ProblemLogTest {
    private final Problems problems =
            new Problems(new StaticMessageSource(), new Identifiers(Clock.systemUTC(), new SecureRandom()));

    @Test
    void a_failure_of_ours_is_logged_once_under_the_id_that_the_client_is_told(CapturedOutput output) {
        var problem = problems.diagnose(new IllegalStateException("a bug"));
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.id()).isNotNull();
        assertThat(output.getAll()).containsOnlyOnce(String.valueOf(problem.id()));
    }

    @Test
    void a_refusal_is_no_news_for_the_log(CapturedOutput output) {
        var problem = problems.diagnose(new Refusal(Refusal.Kind.CONFLICT, "some-type"));
        assertThat(problem.id()).isNull();
        assertThat(output.getAll()).isEmpty();
    }
}
