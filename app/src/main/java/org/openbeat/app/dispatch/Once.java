package org.openbeat.app.dispatch;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Sha256;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Does a command once: in one transaction, with one instant, under the key of whoever sent it. When another command was
 * quicker, it is tried again before anyone hears of it.
 */
@Component
class Once {
    private static final int ATTEMPTS = 8;

    private final SentCommands sent;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Once(SentCommands sent, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.sent = sent;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /** What a command does, and what to make of its answer when it comes a second time. */
    record Work<T>(Class<T> answer, Function<Instant, T> act, UnaryOperator<T> again) {}

    <T> T run(Actor actor, CommandKey key, Object content, Work<T> work) {
        var hash = Sha256.of(json.writeValueAsString(content));
        for (int attempt = 1; ; attempt++) {
            try {
                return requireNonNull(transaction.execute(status -> attempt(actor, key, hash, work)));
            } catch (PessimisticLockingFailureException | LostRace e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    private <T> T attempt(Actor actor, CommandKey key, byte[] hash, Work<T> work) {
        var now = clock.instant();
        if (sent.claim(actor, key, hash, now)) {
            var answer = work.act().apply(now);
            sent.answer(actor, key, json.writeValueAsString(answer));
            return answer;
        }
        var earlier = sent.find(actor, key);
        if (!MessageDigest.isEqual(earlier.contentHash(), hash)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "command-key-reused");
        }
        return work.again().apply(json.readValue(earlier.answer(), work.answer()));
    }

    /** What was read before the locks were held is no longer so; the command starts again. */
    static final class LostRace extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LostRace() {
            super("another command was quicker");
        }
    }
}
