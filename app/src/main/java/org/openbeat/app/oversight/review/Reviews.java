package org.openbeat.app.oversight.review;

import static java.util.Objects.requireNonNull;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.Account;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.Identifiers;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.oversight.events.DrawAnnounced;
import org.openbeat.app.oversight.events.DrawId;
import org.openbeat.app.oversight.events.ItemReviewed;
import org.openbeat.app.oversight.events.SampleDrawn;
import org.openbeat.app.oversight.review.SampledItem.Given;
import org.openbeat.engine.tlog.Hash;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Draws random samples of finished work and takes the judgements of two people on each thing of them. */
@Service
public class Reviews {
    /** Nobody judges more with care. */
    public static final int MOST = 100;

    private static final int REVIEWERS = 2;
    private static final int LONGEST_POPULATION = 50_000;
    private static final int LONGEST_WORDS = 200;
    private static final int LONGEST_REMARK = 2_000;

    private final JdbcDraws store;
    private final Map<DrawnFrom, Population> populations;
    private final Access access;
    private final Identifiers identifiers;
    private final SecureRandom random;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reviews(
            JdbcDraws store,
            List<Population> populations,
            Access access,
            Identifiers identifiers,
            SecureRandom random,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.populations = populations.stream().collect(Collectors.toMap(Population::kind, Function.identity()));
        this.access = access;
        this.identifiers = identifiers;
        this.random = random;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Fixes from what is drawn, and commits the server to its part of the draw, before anybody can know the sample.
     *
     * @param begin earliest, inclusive
     * @param end latest, exclusive; what is not over yet ends now
     * @throws Refusal {@code draw-size}, {@code draw-empty}, {@code draw-too-wide}
     */
    @Transactional
    public DrawId announce(Actor actor, DrawnFrom from, Instant begin, Instant end, int size) {
        access.requireRole(actor, Role.OVERSIGHT);
        var now = now();
        var until = end.isAfter(now) ? now : end;
        if (size < 1 || size > MOST) {
            throw new Refusal(Kind.INVALID, "draw-size", MOST);
        }
        var population = population(from).ids(actor, begin, until).stream()
                .sorted(Lottery.ASCENDING)
                .toList();
        if (population.isEmpty()) {
            throw new Refusal(Kind.INVALID, "draw-empty");
        }
        if (population.size() > LONGEST_POPULATION) {
            throw new Refusal(Kind.INVALID, "draw-too-wide", LONGEST_POPULATION);
        }
        var secret = new byte[Lottery.SECRET_LENGTH];
        random.nextBytes(secret);
        var id = new DrawId(identifiers.next());
        var step = new Draw.Step(actor.id(), actor.name(), now);
        var draw = new Draw(id, from, begin, until, size, population, secret, step, null);
        store.add(draw);
        events.publishEvent(new DrawAnnounced(
                id,
                from.name(),
                begin,
                until,
                population.size(),
                draw.root().base64(),
                size,
                draw.commitment(),
                actor,
                now));
        return id;
    }

    /**
     * Draws the sample, as another person than the one who announced it, and by lot gives each thing two reviewers.
     *
     * @param words anything that nobody could know before, such as the numbers of dice
     * @throws Refusal {@code draw-unknown}, {@code draw-done}, {@code draw-alone}, {@code draw-words},
     *     {@code draw-needs-two}
     */
    @Transactional
    public void draw(Actor actor, DrawId id, String words) {
        access.requireRole(actor, Role.OVERSIGHT);
        var draw = store.lock(id).orElseThrow(Reviews::unknown);
        if (draw.taken() != null) {
            throw new Refusal(Kind.CONFLICT, "draw-done");
        }
        if (draw.announced().account().equals(actor.id())) {
            throw new Refusal(Kind.FORBIDDEN, "draw-alone");
        }
        var said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST_WORDS) {
            throw new Refusal(Kind.INVALID, "draw-words", LONGEST_WORDS);
        }
        var now = now();
        var lottery = Lottery.of(draw.secret(), said, draw.root());
        var sample = lottery.sample(draw.population(), draw.size());
        var reviewers = reviewers(actor);
        store.take(draw.id(), new Draw.Taken(said, new Draw.Step(actor.id(), actor.name(), now)));
        for (int i = 0; i < sample.size(); i++) {
            var item = sample.get(i);
            var about = population(draw.from()).about(actor, item);
            store.addItem(draw.id(), i + 1, item, about, chosen(actor, draw.from(), lottery, item, reviewers));
        }
        var items = sample.stream().map(UUID::toString).toList();
        var secret = Hash.of(draw.secret()).base64();
        events.publishEvent(new SampleDrawn(draw.id(), secret, said, items, actor, now));
    }

    private Map<String, String> reviewers(Actor actor) {
        var agency = actor.agency();
        var body = agency == null ? List.<Account>of() : access.staffIn(agency, Role.OVERSIGHT);
        var names = new TreeMap<String, String>();
        body.forEach(account -> names.put(account.id().toString(), account.name()));
        return names;
    }

    private Map<String, String> chosen(
            Actor actor, DrawnFrom from, Lottery lottery, UUID item, Map<String, String> reviewers) {
        var candidates = new TreeMap<>(reviewers);
        population(from).concerned(actor, item).ifPresent(candidates::remove);
        if (candidates.size() < REVIEWERS) {
            throw new Refusal(Kind.CONFLICT, "draw-needs-two");
        }
        return lottery.reviewers(item, candidates.keySet(), REVIEWERS).stream()
                .collect(Collectors.toMap(Function.identity(), candidates::get));
    }

    /** The newest draws, the newest first. */
    public List<DrawSummary> list(Actor actor) {
        access.requireRole(actor, Role.OVERSIGHT);
        return store.list();
    }

    /** @throws Refusal {@code draw-unknown} */
    public Draw get(Actor actor, DrawId id) {
        access.requireRole(actor, Role.OVERSIGHT);
        return store.find(id).orElseThrow(Reviews::unknown);
    }

    /** What was drawn, in the order of the draw; of what is not complete nobody sees marks. */
    public List<SampledItem> items(Actor actor, DrawId id) {
        access.requireRole(actor, Role.OVERSIGHT);
        return store.items(id);
    }

    /** @throws Refusal {@code draw-unknown} also where the sample has no such number */
    public SampledItem item(Actor actor, DrawId id, int number) {
        return items(actor, id).stream()
                .filter(item -> item.number() == number)
                .findFirst()
                .orElseThrow(Reviews::unknown);
    }

    /** What the judgements add up to, of the things that both reviewers judged. */
    public List<Result> results(Draw draw, List<SampledItem> items) {
        var complete = items.stream().filter(SampledItem::isComplete).toList();
        return draw.from().questions().stream()
                .map(question -> Result.of(question, complete))
                .toList();
    }

    /**
     * What a reviewer sees of a thing.
     *
     * @throws Refusal {@code review-not-yours} for whoever is not its reviewer while it is not complete
     */
    @Transactional
    public Sheet sheet(Actor actor, Draw draw, SampledItem item) {
        access.requireRole(actor, Role.OVERSIGHT);
        if (!item.isComplete() && !item.isFor(actor.id())) {
            throw new Refusal(Kind.FORBIDDEN, "review-not-yours");
        }
        return population(draw.from()).sheet(actor, item.item());
    }

    /**
     * Takes one reviewer's marks; they are final.
     *
     * @throws Refusal {@code review-not-yours}, {@code review-incomplete} where a question has no mark,
     *     {@code review-remark} where a mark other than right has no words
     */
    @Transactional
    public void give(Actor actor, DrawId id, int number, Map<Question, Mark> marks, String remark) {
        access.requireRole(actor, Role.OVERSIGHT);
        var draw = store.lock(id).orElseThrow(Reviews::unknown);
        var item = store.items(id).stream()
                .filter(each -> each.number() == number && each.waitsFor(actor.id()))
                .findFirst()
                .orElseThrow(() -> new Refusal(Kind.FORBIDDEN, "review-not-yours"));
        var given = new Given(required(draw, marks), remark.strip(), now());
        if (given.remark().length() > LONGEST_REMARK || (given.remark().isEmpty() && !allRight(given))) {
            throw new Refusal(Kind.INVALID, "review-remark", LONGEST_REMARK);
        }
        store.give(id, item.number(), actor.id(), given);
        var texts = given.marks().entrySet().stream()
                .collect(Collectors.toMap(
                        mark -> mark.getKey().name(), mark -> mark.getValue().name()));
        events.publishEvent(new ItemReviewed(id, number, texts, actor, given.at()));
    }

    private static Map<Question, Mark> required(Draw draw, Map<Question, Mark> marks) {
        var all = new EnumMap<Question, Mark>(Question.class);
        for (var question : draw.from().questions()) {
            var mark = marks.get(question);
            if (mark == null) {
                throw new Refusal(Kind.INVALID, "review-incomplete");
            }
            all.put(question, mark);
        }
        return all;
    }

    private static boolean allRight(Given given) {
        return given.marks().values().stream().allMatch(mark -> mark == Mark.RIGHT);
    }

    private Population population(DrawnFrom from) {
        return requireNonNull(populations.get(from), from.name());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Refusal unknown() {
        return new Refusal(Kind.NOT_FOUND, "draw-unknown");
    }
}
