package org.openbeat.app.dispatch;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.openbeat.app.database.SystemScope;
import org.openbeat.app.dispatch.events.RoadConditionChanged;
import org.openbeat.app.dispatch.events.RoadConditionId;
import org.openbeat.app.dispatch.roads.RoadCondition;
import org.openbeat.app.dispatch.roads.RoadConditions;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.OpenbeatSettings;
import org.openbeat.app.kernel.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the room knows of the roads. Whoever recommends a unit counts it from the next question on. */
@Service
public class Roads {
    private static final int LONGEST_TEXT = 200;
    private static final int MOST_HOURS = 720;
    private static final int MOST_METRES = 20_000;
    private static final BigDecimal MOST_FACTOR = BigDecimal.valueOf(100);

    private final RoadConditions conditions;
    private final Duties duties;
    private final Journal journal;
    private final Identifiers identifiers;
    private final OpenbeatSettings settings;
    private final Clock clock;

    Roads(
            RoadConditions conditions,
            Duties duties,
            Journal journal,
            Identifiers identifiers,
            OpenbeatSettings settings,
            Clock clock) {
        this.conditions = conditions;
        this.duties = duties;
        this.journal = journal;
        this.identifiers = identifiers;
        this.settings = settings;
        this.clock = clock;
    }

    /** What holds now, of every agency: a closed road is closed to all. Newest first. */
    public List<RoadCondition> inForce(Actor actor) {
        duties.requireRoom(actor);
        return conditions.inForce(clock.instant());
    }

    /**
     * Says that roads are closed or slow.
     *
     * @throws Refusal {@code road-condition-invalid} with the field
     */
    @Transactional
    @SystemScope("writes a fact about a place; Duties asks for the role")
    public RoadConditionId set(Actor actor, NewRoadCondition said) {
        duties.requireSender(actor);
        requireFit(said);
        var now = clock.instant();
        var factor = said.timeFactor() == null ? null : said.timeFactor().setScale(1, RoundingMode.HALF_UP);
        var hours = said.hours();
        var condition = new RoadCondition(
                new RoadConditionId(identifiers.next()),
                agency(actor),
                said.at(),
                said.metres(),
                factor,
                said.place().strip(),
                said.reason().strip(),
                now,
                hours == null ? null : now.plus(Duration.ofHours(hours)));
        conditions.add(condition);
        tell(condition, condition.isClosed() ? "closed" : "slow", actor);
        return condition.id();
    }

    /**
     * Says that they are open again; a second time changes nothing.
     *
     * @throws Refusal {@code road-condition-not-found}, {@code road-condition-of-another-agency}
     */
    @Transactional
    @SystemScope("writes a fact about a place; Duties asks for the role")
    public void lift(Actor actor, RoadConditionId id) {
        duties.requireSender(actor);
        var condition =
                conditions.find(id).orElseThrow(() -> new Refusal(Refusal.Kind.NOT_FOUND, "road-condition-not-found"));
        var own = agency(actor);
        if (!condition.agency().isWithin(own) && !own.isWithin(condition.agency())) {
            throw new Refusal(Refusal.Kind.FORBIDDEN, "road-condition-of-another-agency");
        }
        if (conditions.lift(id, clock.instant())) {
            tell(condition, "open", actor);
        }
    }

    private void tell(RoadCondition condition, String state, Actor actor) {
        journal.publish(new RoadConditionChanged(
                condition.id(), state, condition.place(), condition.metres(), actor, clock.instant()));
    }

    private AgencyId agency(Actor actor) {
        var own = actor.agency();
        return own == null ? settings.agency() : own;
    }

    private static void requireFit(NewRoadCondition said) {
        require(said.metres() >= 1 && said.metres() <= MOST_METRES, "metres");
        var factor = said.timeFactor();
        require(
                factor == null || factor.compareTo(BigDecimal.ONE) >= 0 && factor.compareTo(MOST_FACTOR) <= 0,
                "timeFactor");
        require(!said.place().isBlank() && said.place().length() <= LONGEST_TEXT, "place");
        require(!said.reason().isBlank() && said.reason().length() <= LONGEST_TEXT, "reason");
        require(said.hours() == null || said.hours() >= 1 && said.hours() <= MOST_HOURS, "hours");
    }

    private static void require(boolean fits, String field) {
        if (!fits) {
            throw new Refusal(Refusal.Kind.INVALID, "road-condition-invalid", field);
        }
    }
}
