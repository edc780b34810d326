package org.openbeat.app.partners.delivery;

import static java.time.ZoneOffset.UTC;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.partners.events.SubscriptionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is to be sent to whom, and how far the sender is. */
@Repository
class JdbcDeliveries {
    private final JdbcClient jdbc;
    private final JdbcEvents events;

    JdbcDeliveries(JdbcClient jdbc, JdbcEvents events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    void add(SubscriptionId subscription, Collection<OutgoingEvent> all, Instant at) {
        for (var event : all) {
            jdbc.sql("""
                            insert into partners.delivery (subscription, event, place, state, at)
                            values (:subscription, :event, :place, 'WAITING', :at) on conflict do nothing""")
                    .param("subscription", subscription.value())
                    .param("event", event.id())
                    .param("place", event.place())
                    .param("at", at.atOffset(UTC))
                    .update();
        }
    }

    /** Lets the sender begin now. */
    void begin(SubscriptionId subscription, Instant at) {
        jdbc.sql("""
                        insert into partners.sending (subscription, next_at) values (:id, :at)
                        on conflict (subscription) do update
                        set next_at = excluded.next_at, failures = 0, failing_since = null""")
                .param("id", subscription.value())
                .param("at", at.atOffset(UTC))
                .update();
    }

    /**
     * The right to send to a subscription. What came of sending is written only under the lease under which it was sent:
     * a server that was held up until another one took over writes nothing over what that one does.
     *
     * @param until its end, which tells it from every other lease of the subscription
     * @param next nothing is sent before
     */
    record Lease(SubscriptionId subscription, Instant until, Instant next) {
        Lease {
            until = until.truncatedTo(ChronoUnit.MICROS); // As the database keeps it.
        }
    }

    /**
     * Takes the subscriptions for which something waits and whose time has come. No other server takes them until the
     * lease ends, so what one subscription gets comes in order.
     */
    List<Lease> lease(Instant now, Duration length, int most) {
        var until = now.plus(length).truncatedTo(ChronoUnit.MICROS);
        return jdbc.sql("""
                        with due as (select n.subscription from partners.sending n
                            join partners.subscription s on s.id = n.subscription
                            join partners.partner p on p.name = s.partner
                            where s.state = 'ACTIVE' and p.closed_at is null and n.next_at <= :now
                            and (n.leased_until is null or n.leased_until <= :now)
                            and exists (select from partners.delivery d
                                where d.subscription = n.subscription and d.state = 'WAITING')
                            order by n.next_at limit :most for update of n skip locked)
                        update partners.sending n set leased_until = :until from due
                        where n.subscription = due.subscription returning n.subscription""")
                .param("now", now.atOffset(UTC))
                .param("until", until.atOffset(UTC))
                .param("most", most)
                .query((row, number) -> new Lease(new SubscriptionId(row.getObject(1, UUID.class)), until, now))
                .list();
    }

    /** Whether it is still ours; nobody else takes it before the transaction ends. */
    boolean holds(Lease lease) {
        return jdbc.sql("""
                        select subscription from partners.sending
                        where subscription = :id and leased_until = :mine for update""")
                .param("id", lease.subscription().value())
                .param("mine", lease.until().atOffset(UTC))
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    void giveBack(Lease lease) {
        jdbc.sql("""
                        update partners.sending set leased_until = null
                        where subscription = :id and leased_until = :mine""")
                .param("id", lease.subscription().value())
                .param("mine", lease.until().atOffset(UTC))
                .update();
    }

    /**
     * An event that waits.
     *
     * @param attempts how often it was tried
     * @param errors how often it was answered with an error; when nobody answered, that is no fault of the event
     */
    record Waiting(OutgoingEvent event, int attempts, int errors) {}

    List<Waiting> waiting(SubscriptionId subscription, int most) {
        return jdbc.sql("""
                        select e.id, e.place, e.type, e.incident, e.data, e.at, d.attempts, d.errors
                        from partners.delivery d join partners.event e on e.id = d.event
                        where d.subscription = :id and d.state = 'WAITING' order by d.place limit :most""")
                .param("id", subscription.value())
                .param("most", most)
                .query((row, number) ->
                        new Waiting(events.read(row, number), row.getInt("attempts"), row.getInt("errors")))
                .list();
    }

    /**
     * What came of trying.
     *
     * @param answer the status, or a code of why there was none
     * @param error whether the receiver answered with an error
     */
    record Outcome(String state, @Nullable String answer, boolean error) {
        static final Outcome WITHHELD = new Outcome("WITHHELD", null, false);
    }

    /** Marks what still waits; what was withheld meanwhile stays so. */
    void mark(SubscriptionId subscription, Collection<UUID> all, Outcome outcome, Instant at) {
        jdbc.sql("""
                        update partners.delivery set state = :state, answer = :answer, at = :at,
                            attempts = attempts + case when :state = 'WITHHELD' then 0 else 1 end,
                            errors = errors + case when :error then 1 else 0 end
                        where subscription = :id and event = any (:events) and state = 'WAITING'""")
                .param("state", outcome.state())
                .param("answer", outcome.answer())
                .param("error", outcome.error())
                .param("at", at.atOffset(UTC))
                .param("id", subscription.value())
                .param("events", all.toArray(UUID[]::new))
                .update();
    }

    /** Since when it has been failing, how often in a row. */
    record Failing(int failures, @Nullable Instant since) {}

    Failing failing(SubscriptionId subscription) {
        return jdbc.sql("select failures, failing_since from partners.sending where subscription = :id")
                .param("id", subscription.value())
                .query((row, number) -> {
                    var since = row.getObject("failing_since", OffsetDateTime.class);
                    return new Failing(row.getInt("failures"), since == null ? null : since.toInstant());
                })
                .optional()
                .orElse(new Failing(0, null));
    }

    /**
     * How it goes on.
     *
     * @param longer the lease from now on; null gives it back
     */
    void go(Lease lease, Failing failing, Instant next, @Nullable Lease longer) {
        var since = failing.since();
        jdbc.sql("""
                        update partners.sending set leased_until = :leased, failures = :failures, failing_since = :since,
                            next_at = :next where subscription = :id and leased_until = :mine""")
                .param(
                        "leased",
                        longer == null ? null : longer.until().atOffset(UTC),
                        java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("mine", lease.until().atOffset(UTC))
                .param("failures", failing.failures())
                .param("since", since == null ? null : since.atOffset(UTC), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("next", next.atOffset(UTC))
                .param("id", lease.subscription().value())
                .update();
    }

    /** How much waits, was delivered, was given up and withheld. */
    record Count(long waiting, long delivered, long givenUp, long withheld) {}

    Count count(SubscriptionId subscription) {
        return jdbc.sql("""
                        select count(*) filter (where state = 'WAITING') as waiting,
                            count(*) filter (where state = 'DELIVERED') as delivered,
                            count(*) filter (where state = 'GIVEN_UP') as given_up,
                            count(*) filter (where state = 'WITHHELD') as withheld
                        from partners.delivery where subscription = :id""")
                .param("id", subscription.value())
                .query((row, number) -> new Count(
                        row.getLong("waiting"),
                        row.getLong("delivered"),
                        row.getLong("given_up"),
                        row.getLong("withheld")))
                .single();
    }

    /** What was given up, newest first. */
    List<GivenUp> givenUp(SubscriptionId subscription, int most) {
        return jdbc.sql("""
                        select e.id, e.type, e.incident, e.at as happened_at, d.attempts, d.answer, d.at
                        from partners.delivery d join partners.event e on e.id = d.event
                        where d.subscription = :id and d.state = 'GIVEN_UP' order by d.place desc limit :most""")
                .param("id", subscription.value())
                .param("most", most)
                .query((row, number) -> new GivenUp(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getInt("attempts"),
                        row.getString("answer"),
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Lets what was given up wait again; one event, or all without one. */
    int resend(SubscriptionId subscription, @Nullable UUID event, Instant at) {
        return jdbc.sql("""
                        update partners.delivery set state = 'WAITING', attempts = 0, errors = 0, at = :at
                        where subscription = :id and state = 'GIVEN_UP'
                        and (cast(:event as uuid) is null or event = :event)""")
                .param("at", at.atOffset(UTC))
                .param("id", subscription.value())
                .param("event", event, java.sql.Types.OTHER)
                .update();
    }

    /** Nothing waits any more for a subscription that ended. */
    void drop(SubscriptionId subscription) {
        jdbc.sql("""
                        update partners.delivery set state = 'WITHHELD'
                        where subscription = :id and state in ('WAITING', 'GIVEN_UP')""").param("id", subscription.value()).update();
    }
}
