package org.openbeat.app.dispatch.plan;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.dispatch.board.Catalogue;
import org.openbeat.app.dispatch.board.Catalogues;
import org.openbeat.app.dispatch.events.ResponsePlanPublished;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.engine.response.plan.ResponsePlan;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which units go to which incident. A plan is text that people write, is published as a version, and is never changed
 * afterwards; without one the list of incident types says what each needs.
 */
@Service
public class ResponsePlans {
    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_NOTE = 500;

    private final PlanVersions versions;
    private final Catalogues catalogues;
    private final Identifiers identifiers;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Cache<UUID, Optional<ResponsePlan>> parsed =
            Caffeine.newBuilder().maximumSize(200).build();

    ResponsePlans(
            PlanVersions versions,
            Catalogues catalogues,
            Identifiers identifiers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.versions = versions;
        this.catalogues = catalogues;
        this.identifiers = identifiers;
        this.events = events;
        this.clock = clock;
    }

    /** The plan by which an agency's incidents are answered: its own, or that of the nearest agency above. */
    public Optional<ResponsePlan> of(AgencyId agency) {
        return versions.inForce(agency)
                .flatMap(version -> parsed.get(
                        version.id(),
                        id -> Optional.ofNullable(
                                ResponsePlan.parse(version.text()).plan())));
    }

    public Optional<PlanVersion> inForce(AgencyId agency) {
        return versions.inForce(agency);
    }

    /** All that the reader's agency has published, newest first. */
    public List<PlanVersion> versions(Actor actor) {
        requireReader(actor);
        return versions.of(agencyOf(actor));
    }

    /** What is wrong with a text, line by line; with its plan when nothing is. */
    public ResponsePlan.Parsed check(String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new Refusal(Refusal.Kind.INVALID, "text-too-long", LONGEST_TEXT);
        }
        return ResponsePlan.parse(text, types());
    }

    private Set<String> types() {
        return catalogues.get().incidentTypes().stream()
                .map(Catalogue.IncidentType::code)
                .collect(Collectors.toSet());
    }

    /** A text to begin with: what the list of incident types says. */
    public String beginning() {
        var lines = catalogues.get().incidentTypes().stream()
                .map(type -> type.code() + ": " + units(type))
                .collect(Collectors.joining("\n"));
        return lines + "\n*: 1 unit\n\nnearly equal: 30 s\n";
    }

    private static String units(Catalogue.IncidentType type) {
        var skilled = type.skills().stream().sorted().map(skill -> "1 " + skill).collect(Collectors.joining(", "));
        var rest = type.units() - type.skills().size();
        var plain = rest > 0 ? rest + (rest == 1 ? " unit" : " units") : "";
        return skilled.isEmpty() ? plain : plain.isEmpty() ? skilled : skilled + ", " + plain;
    }

    /**
     * Puts a plan in force for the actor's agency, and for those below that have none of their own.
     *
     * @param expected the newest version that the actor has seen; 0 for none
     * @throws Refusal {@code plan-invalid}, {@code plan-changed}, {@code text-missing}, {@code dispatch-role-required}
     */
    @Transactional
    @SystemScope("writes a plan for the actor's own agency")
    public PlanVersion publish(Actor actor, String text, String note, int expected) {
        if (!actor.hasAny(Role.COMMANDER, Role.STATION_CHIEF)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "dispatch-role-required");
        }
        if (note.isBlank() || note.length() > LONGEST_NOTE) {
            throw new Refusal(Refusal.Kind.INVALID, note.isBlank() ? "text-missing" : "text-too-long", LONGEST_NOTE);
        }
        if (check(text).plan() == null) {
            throw new Refusal(Refusal.Kind.INVALID, "plan-invalid");
        }
        var agency = agencyOf(actor);
        var newest = versions.of(agency).stream().findFirst();
        var now = clock.instant();
        var version = new PlanVersion(
                identifiers.next(), agency, expected + 1, text.strip() + "\n", note.strip(), now, actor.name());
        if (newest.map(PlanVersion::version).orElse(0) != expected || !versions.add(version, actor)) {
            throw new Refusal(Refusal.Kind.CONFLICT, "plan-changed");
        }
        events.publishEvent(new ResponsePlanPublished(agency, version.version(), version.note(), actor, now));
        return version;
    }

    private static void requireReader(Actor actor) {
        if (!actor.hasAny(Role.CALL_TAKER, Role.DISPATCHER, Role.STATION_CHIEF, Role.COMMANDER)) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "dispatch-role-required");
        }
    }

    private static AgencyId agencyOf(Actor actor) {
        if (actor.agency() == null) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "agency-missing");
        }
        return Objects.requireNonNull(actor.agency());
    }
}
