package org.openbeat.app.dispatch.position;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.access.policy.Act;
import org.openbeat.app.access.policy.Item;
import org.openbeat.app.access.policy.Kind;
import org.openbeat.app.access.policy.Policy;
import org.openbeat.app.access.policy.Viewer;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.dispatch.events.DeviceChanged;
import org.openbeat.app.dispatch.events.UnitId;
import org.openbeat.app.dispatch.live.LivePositions;
import org.openbeat.app.dispatch.position.Devices.Device;
import org.openbeat.app.dispatch.unit.Units;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.kernel.Sha256;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where units are. A position goes from memory to the screens; now and then the last one is written down. No history
 * is kept: it would be a record of where officers were, which nobody asked for.
 */
@Component
public class Positions {
    private static final Duration REVOKED_WITHIN = Duration.ofSeconds(10);
    private static final int TOKEN_LENGTH = 26;

    private final Devices devices;
    private final Units units;
    private final PositionsInMemory memory;
    private final LivePositions live;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Cache<String, Optional<Device>> known = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(REVOKED_WITHIN)
            .build();

    Positions(
            Devices devices,
            Units units,
            PositionsInMemory memory,
            LivePositions live,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.devices = devices;
        this.units = units;
        this.memory = memory;
        this.live = live;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A device that was given a token.
     *
     * @param token the secret; it is shown this once, and only its hash is kept
     */
    public record IssuedDevice(UUID id, UnitId unit, String name, String token) {}

    /** A device as its unit's dispatcher sees it. */
    public record KnownDevice(UUID id, String name, boolean revoked) {}

    /** Gives a device of a unit its own token. */
    @Transactional
    @SystemScope("writes a device; the policy is asked for its unit")
    public IssuedDevice issue(Actor actor, UnitId unit, String name) {
        requireSender(actor);
        requireUnit(actor, unit);
        var id = identifiers.next();
        var token = identifiers.secret(TOKEN_LENGTH);
        var now = clock.instant();
        devices.add(id, unit, name.strip(), id.toString(), Sha256.of(token), now);
        events.publishEvent(new DeviceChanged(unit, id.toString(), false, actor, now));
        return new IssuedDevice(id, unit, name.strip(), token);
    }

    /** Revokes a device's token: at once on this server, within ten seconds on others. */
    @Transactional
    @SystemScope("writes a device; the policy is asked for its unit")
    public void revoke(Actor actor, UUID device) {
        requireSender(actor);
        var now = clock.instant();
        var revoked = devices.find(device)
                .filter(known -> mayChange(actor, new AgencyId(known.agency())))
                .flatMap(known -> devices.revoke(device, now))
                .orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "device-unknown"));
        events.publishEvent(new DeviceChanged(revoked.unit(), device.toString(), true, actor, now));
        known.invalidateAll();
    }

    public List<KnownDevice> devices(Actor actor, UnitId unit) {
        requireSender(actor);
        requireUnit(actor, unit);
        return devices.list(unit).stream()
                .map(device -> new KnownDevice(device.id(), device.name(), device.revokedAt() != null))
                .toList();
    }

    /** A unit of another agency is like one that is not there. */
    private void requireUnit(Actor actor, UnitId unit) {
        if (units.find(unit).filter(found -> mayChange(actor, found.agency())).isEmpty()) {
            throw new Refusal(Refusal.Kind.NOT_FOUND, "unit-not-found");
        }
    }

    private static boolean mayChange(Actor actor, AgencyId agency) {
        return Policy.allows(Viewer.of(actor), Act.CHANGE, Item.of(Kind.UNIT, agency));
    }

    private static void requireSender(Actor actor) {
        if (actor.kind() != Actor.Kind.SYSTEM && !actor.hasAny(Role.DISPATCHER, Role.COMMANDER)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "dispatch-role-required");
        }
    }

    /**
     * Takes the position of a device.
     *
     * @throws Refusal when the token is not known
     */
    void accept(String token, Fix fix) {
        var device = device(token);
        put(device.unit(), new AgencyId(device.agency()), fix);
    }

    /** Refuses an unknown token before anything is said about what was sent. */
    Device device(String token) {
        var hash = Sha256.of(token);
        return known.get(HexFormat.of().formatHex(hash), key -> devices.findByToken(hash))
                .orElseThrow(() -> new Refusal(Refusal.Kind.FORBIDDEN, "device-unknown"));
    }

    /** Takes the position of the phone on which a crew member is signed in. */
    public void acceptFromCrew(Actor actor, Fix fix) {
        var unit = units.unitOf(actor.id())
                .flatMap(units::find)
                .orElseThrow(() -> new Refusal(Refusal.Kind.FORBIDDEN, "not-in-this-unit"));
        put(unit.id(), unit.agency(), fix);
    }

    private void put(UnitId unit, AgencyId agency, Fix fix) {
        var now = clock.instant();
        if (memory.put(new LastPositions.Seen(unit, fix, now))) {
            live.show(unit, agency, memory.lastSeen(unit, fix, now));
        }
    }

    Instant now() {
        return clock.instant();
    }
}
