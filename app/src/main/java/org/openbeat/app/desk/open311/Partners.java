package org.openbeat.app.desk.open311;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.openbeat.app.desk.events.PartnerKeyClosed;
import org.openbeat.app.desk.events.PartnerKeyIssued;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.kernel.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The partner systems that may send reports. A key is shown once, when it is issued; only its hash is kept. A key is long
 * and drawn at random, so a plain SHA-256 protects it.
 */
@Service
public class Partners {
    private static final int KEY_LENGTH = 40;

    /** A key that was taken back on another server still works here for so long. */
    private static final Duration MOST_AGE = Duration.ofSeconds(5);

    private final JdbcPartners store;
    private final Cache<String, Partner> known =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(MOST_AGE).build();
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Partners(JdbcPartners store, Identifiers identifiers, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Lets a system send reports, and returns its key.
     *
     * @param name of the partner system; lower-case letters, digits and '-'
     * @param agency that answers for what it sends
     * @throws Refusal {@code partner-name}, {@code partner-known}
     */
    @Transactional
    public String issue(Actor actor, String name, AgencyId agency) {
        if (!name.matches("[a-z0-9][a-z0-9-]{1,59}")) {
            throw new Refusal(Kind.INVALID, "partner-name");
        }
        var key = identifiers.secret(KEY_LENGTH);
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (!store.add(new Partner(name, agency), Sha256.of(key), now)) {
            throw new Refusal(Kind.CONFLICT, "partner-known", name);
        }
        events.publishEvent(new PartnerKeyIssued(name, agency, actor, now));
        return key;
    }

    /** Takes a partner's key back; what it sent stays. */
    @Transactional
    public void close(Actor actor, String name) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var partner = store.close(name, now).orElseThrow(() -> new Refusal(Kind.NOT_FOUND, "partner-unknown", name));
        events.publishEvent(new PartnerKeyClosed(name, partner.agency(), actor, now));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidateAll();
            }
        });
    }

    Optional<Partner> find(String key) {
        return Optional.ofNullable(
                known.get(Sha256.hex(key), hash -> store.find(Sha256.of(key)).orElse(null)));
    }
}
