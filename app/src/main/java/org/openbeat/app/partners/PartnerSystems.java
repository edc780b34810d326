package org.openbeat.app.partners;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.openbeat.app.access.Access;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.partners.events.PartnerChanged;
import org.openbeat.app.partners.events.PartnerChanged.Change;
import org.openbeat.app.partners.events.PartnerName;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The systems of other organisations that may hand incidents over and are told of those shared with them. A key is shown
 * once; only its hash is kept. It is long and drawn at random, so a plain SHA-256 protects it.
 */
@Service
public class PartnerSystems {
    private static final int KEY_LENGTH = 40;

    /** A key that was taken back on another server still works here for so long. */
    private static final Duration MOST_AGE = Duration.ofSeconds(5);

    private final JdbcPartnerSystems store;
    private final Access access;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Cache<String, Optional<PartnerSystem>> known =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(MOST_AGE).build();

    PartnerSystems(
            JdbcPartnerSystems store,
            Access access,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.access = access;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /** All of them, by name; those that were closed last. */
    public List<PartnerSystem> all(Actor actor) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        return store.all();
    }

    /** @throws Refusal {@code partner-system-unknown} */
    public PartnerSystem get(Actor actor, PartnerName name) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        return find(name);
    }

    private PartnerSystem find(PartnerName name) {
        return store.find(name).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "partner-system-unknown", name));
    }

    /**
     * Lets a system in, and returns its key.
     *
     * @param agency for which it acts
     * @param answers our agency that answers what it hands over
     * @throws Refusal {@code partner-system-known}, {@code agency-unknown}
     */
    @Transactional
    public String open(Actor actor, PartnerName name, AgencyId agency, AgencyId answers, boolean particulars) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        requireAgency(agency);
        requireAgency(answers);
        var key = identifiers.secret(KEY_LENGTH);
        var now = now();
        if (!store.add(new PartnerSystem(name, agency, answers, particulars, now, now, null), hash(key))) {
            throw new Refusal(Refusal.Kind.CONFLICT, "partner-system-known", name);
        }
        events.publishEvent(new PartnerChanged(name, agency, Change.OPENED, particulars, actor, now));
        return key;
    }

    private void requireAgency(AgencyId agency) {
        if (access.agencies().stream().noneMatch(known -> known.id().equals(agency))) {
            throw new Refusal(Refusal.Kind.INVALID, "agency-unknown", agency);
        }
    }

    /** Gives it another key; the one before ends at once. */
    @Transactional
    public String issueKey(Actor actor, PartnerName name) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        var partner = requireOpen(find(name));
        var key = identifiers.secret(KEY_LENGTH);
        var now = now();
        store.setKey(name, hash(key), now);
        announce(partner, Change.KEY_ISSUED, partner.particulars(), actor, now);
        return key;
    }

    /** Says whether callers and the words of people belong to what is shared with it. */
    @Transactional
    public void setParticulars(Actor actor, PartnerName name, boolean particulars) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        var partner = requireOpen(find(name));
        store.setParticulars(name, particulars);
        announce(partner, Change.PARTICULARS_SET, particulars, actor, now());
    }

    /** Lets it in no more, and tells it nothing more; what it handed over stays. */
    @Transactional
    public void close(Actor actor, PartnerName name) {
        access.requireRole(actor, Role.ADMINISTRATOR);
        var partner = requireOpen(find(name));
        var now = now();
        store.close(name, now);
        announce(partner, Change.CLOSED, partner.particulars(), actor, now);
    }

    private static PartnerSystem requireOpen(PartnerSystem partner) {
        if (partner.closedAt() != null) {
            throw new Refusal(Refusal.Kind.CONFLICT, "partner-system-closed", partner.name());
        }
        return partner;
    }

    private void announce(PartnerSystem partner, Change change, boolean particulars, Actor actor, Instant at) {
        events.publishEvent(new PartnerChanged(partner.name(), partner.agency(), change, particulars, actor, at));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                known.invalidateAll();
            }
        });
    }

    /**
     * Whose key this is.
     *
     * @throws Refusal {@code partner-key-unknown}
     */
    public PartnerSystem byKey(String key) {
        return known.get(HexFormat.of().formatHex(hash(key)), hash -> store.findByKey(hash(key)))
                .orElseThrow(() -> new Refusal(Refusal.Kind.FORBIDDEN, "partner-key-unknown"));
    }

    /** The agency for which a partner acts. */
    public AgencyId agency(PartnerName name) {
        return find(name).agency();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static byte[] hash(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
