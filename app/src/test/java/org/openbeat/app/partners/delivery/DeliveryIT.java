package org.openbeat.app.partners.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openbeat.app.OpenbeatTest;
import org.openbeat.app.access.Access;
import org.openbeat.app.access.NewAccount;
import org.openbeat.app.dispatch.Command;
import org.openbeat.app.dispatch.CommandKey;
import org.openbeat.app.dispatch.Dispatch;
import org.openbeat.app.dispatch.NewCall;
import org.openbeat.app.dispatch.events.IncidentId;
import org.openbeat.app.dispatch.incident.LocationTrust;
import org.openbeat.app.kernel.Actor;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.GeoPoint;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Role;
import org.openbeat.app.partners.PartnerSystems;
import org.openbeat.app.partners.delivery.JdbcDeliveries.Lease;
import org.openbeat.app.partners.delivery.JdbcDeliveries.Outcome;
import org.openbeat.app.partners.delivery.Subscription.State;
import org.openbeat.app.partners.delivery.Subscriptions.Wanted;
import org.openbeat.app.partners.events.PartnerName;
import org.openbeat.app.partners.events.SubscriptionId;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages to a partner whose receiver works, dies, is slow, refuses and comes back. */
@OpenbeatTest
class DeliveryIT {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path SCHEMA = Path.of("../../shared/data/cloudevents/cloudevents.schema.json");
    private static final List<String> TYPES = List.copyOf(EventTypes.all());
    private static final List<String> FIELDS = List.copyOf(EventTypes.fields(EventTypes.all()));

    @LocalServerPort
    int port;

    @Autowired
    Access access;

    @Autowired
    Dispatch dispatch;

    @Autowired
    PartnerSystems partners;

    @Autowired
    Subscriptions subscriptions;

    @Autowired
    Rounds rounds;

    @Autowired
    Courier courier;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcDeliveries outgoing;

    @Autowired
    JdbcSubscriptions store;

    @Autowired
    JdbcEvents events;

    @Autowired
    EventFeed eventFeed;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    Receiver receiver;
    AgencyId agency;
    Actor administrator;
    Actor dispatcher;
    PartnerName partner;
    String key;
    Instant now;

    @BeforeEach
    void prepare() throws Exception {
        receiver = new Receiver();
        agency = new AgencyId("told-" + UUID.randomUUID());
        access.addAgency(Actor.SYSTEM, agency, "A made-up agency", null);
        administrator = staff(Role.ADMINISTRATOR);
        dispatcher = staff(Role.DISPATCHER);
        partner = new PartnerName("p-" + UUID.randomUUID());
        key = partners.open(administrator, partner, agency, agency, false);
        // A little ahead of the clock by which a subscription begins.
        now = clock.instant().truncatedTo(ChronoUnit.MILLIS).plus(Duration.ofMinutes(1));
    }

    @AfterEach
    void close() {
        subscriptions.of(administrator, partner).forEach(each -> subscriptions.end(administrator, each.id()));
        if (partners.get(administrator, partner).closedAt() == null) {
            partners.close(administrator, partner);
        }
        receiver.close();
    }

    @Test
    void an_event_is_sent_as_a_signed_cloud_event_with_the_fields_of_the_subscription_and_nothing_of_a_person()
            throws Exception {
        var opened = subscriptions.open(
                administrator,
                partner,
                new Wanted(
                        receiver.address(), List.of("dispatch.incident-opened"), List.of("number", "type"), false, ""));
        subscriptions.confirm(administrator, opened.id());
        assertThat(receiver.asked().origin()).isEqualTo("127.0.0.1");
        var incident = incident();
        send();

        var got = receiver.posts().getFirst();
        assertThat(got.type()).isEqualTo("application/cloudevents+json; charset=utf-8");
        assertThat(got.token()).isEqualTo("Bearer " + opened.token());
        assertThat(got.origin()).isEqualTo("127.0.0.1");
        var event = JSON.readTree(got.body());
        assertValid(event);
        assertThat(got.id()).isEqualTo(event.path("id").asString());
        assertThat(event.path("type").asString()).isEqualTo("org.openbeat.dispatch.incident-opened");
        assertThat(event.path("subject").asString()).isEqualTo(incident.toString());
        assertThat(event.path("data").propertyNames())
                .containsExactlyInAnyOrder("incident", "document", "number", "type");
        assertThat(got.body()).doesNotContain("Ann", "555", "shouting", "Market");
        assertThat(got.signature())
                .isEqualTo(Signature.of(
                        got.id(),
                        Instant.ofEpochSecond(Long.parseLong(got.timestamp())),
                        got.body().getBytes(StandardCharsets.UTF_8),
                        List.of(secret(opened.secret()))));
        assertThat(deliveries.progress(administrator, opened.id()).delivered()).isEqualTo(1);
    }

    @Test
    void nothing_is_sent_before_the_receiver_agrees_and_it_may_agree_later_by_the_address_that_was_sent_along()
            throws Exception {
        receiver.agrees(false);
        var opened = subscriptions.open(administrator, partner, wanted(false));
        assertThatThrownBy(() -> subscriptions.confirm(administrator, opened.id()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("webhook-refused"));
        incident();
        send();
        assertThat(receiver.posts()).isEmpty();
        assertThat(get("/partners/v1/subscriptions/" + opened.id() + "/confirm?key=guessed", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(subscriptions.get(administrator, opened.id()).state()).isEqualTo(State.UNCONFIRMED);
        var callback = URI.create(receiver.asked().callback());
        assertThat(get(callback.getRawPath() + "?" + callback.getRawQuery(), null)
                        .statusCode())
                .isEqualTo(204);
        assertThat(subscriptions.get(administrator, opened.id()).state()).isEqualTo(State.ACTIVE);
        incident();
        send();
        assertThat(receiver.posts()).hasSize(1);
    }

    @Test
    void a_crash_between_sending_and_marking_sends_again_under_the_same_id_and_loses_nothing() {
        var id = subscribed(false);
        incident();
        rounds.place(now);
        leased(id);
        var subscription = subscriptions.get(administrator, id);
        var waiting = outgoing.waiting(id, 1);
        var attempt = courier.send(subscription, waiting, now);
        assertThat(attempt.answered().kind()).isEqualTo(Answered.Kind.TAKEN);
        // The process dies here: nothing is marked, and the lease is still held.
        assertThat(leasedAt(now.plusSeconds(1))).doesNotContain(id);
        now = now.plus(courier.lease());
        send();
        assertThat(receiver.posts()).hasSize(2);
        assertThat(receiver.posts().get(0).id())
                .isEqualTo(receiver.posts().get(1).id());
        assertThat(receiver.posts().get(0).body())
                .isEqualTo(receiver.posts().get(1).body());
        assertThat(deliveries.progress(administrator, id).delivered()).isEqualTo(1);
    }

    @Test
    void a_change_that_is_rolled_back_is_told_to_nobody() {
        var id = subscribed(false);
        transaction.executeWithoutResult(status -> {
            incident();
            status.setRollbackOnly();
        });
        send();
        assertThat(receiver.posts()).isEmpty();
        assertThat(deliveries.progress(administrator, id).waiting()).isZero();
    }

    @Test
    void a_receiver_that_dies_gets_everything_in_order_when_it_lives_again() throws Exception {
        var id = subscribed(false);
        receiver.die();
        var incident = incident();
        dispatch.perform(dispatcher, new Command.Note(incident, "One", null), key());
        send();
        assertThat(deliveries.progress(administrator, id).failingSince()).isEqualTo(now);
        dispatch.perform(dispatcher, new Command.Close(incident, "settled", null), key());
        assertThat(leasedAt(now.plusSeconds(1)))
                .as("it waits before it tries again")
                .doesNotContain(id);
        receiver.live();
        now = now.plusSeconds(60);
        send();
        assertThat(receiver.posts().stream()
                        .map(got -> JSON.readTree(got.body()).path("type").asString()))
                .containsExactly(
                        "org.openbeat.dispatch.incident-opened",
                        "org.openbeat.dispatch.incident-changed",
                        "org.openbeat.dispatch.incident-closed");
        assertThat(receiver.posts().stream()
                        .map(got -> JSON.readTree(got.body()).path("sequence").asString()))
                .isSorted();
        assertThat(deliveries.progress(administrator, id).failingSince()).isNull();
    }

    @Test
    void a_receiver_that_does_not_answer_in_time_is_tried_again_and_keeps_nobody() {
        var id = subscribed(false);
        receiver.says(0);
        incident();
        send();
        assertThat(deliveries.progress(administrator, id).waiting()).isEqualTo(1);
        now = now.plusSeconds(60);
        send();
        assertThat(receiver.posts()).hasSize(2);
        assertThat(receiver.posts().get(0).id())
                .isEqualTo(receiver.posts().get(1).id());
    }

    @Test
    void a_receiver_that_wants_to_be_left_alone_is_left_alone_for_as_long_as_it_says() {
        var id = subscribed(false);
        receiver.says(429, "Retry-After", "600");
        incident();
        send();
        assertThat(leasedAt(now.plusSeconds(599))).doesNotContain(id);
        now = now.plusSeconds(601);
        send();
        assertThat(receiver.posts()).hasSize(2);
        assertThat(deliveries.progress(administrator, id).delivered()).isEqualTo(1);
    }

    @Test
    void a_receiver_that_is_retired_is_sent_nothing_more_until_someone_switches_it_on_again() {
        var id = subscribed(false);
        receiver.says(410);
        incident();
        send();
        var disabled = subscriptions.get(administrator, id);
        assertThat(disabled.state()).isEqualTo(State.DISABLED);
        assertThat(disabled.reason()).isEqualTo("gone");
        incident();
        now = now.plus(Duration.ofDays(1));
        send();
        assertThat(receiver.posts()).hasSize(1);
        subscriptions.resume(administrator, id);
        send();
        assertThat(receiver.posts())
                .as("what waited goes out, the first one again")
                .hasSize(3);
    }

    @Test
    void what_a_receiver_will_not_take_is_given_up_and_what_follows_gets_through_and_it_can_be_sent_again() {
        var id = subscribed(false);
        for (int i = 0; i < 3; i++) {
            receiver.says(422);
        }
        incident();
        incident();
        for (int i = 0; i < 3; i++) {
            send();
            now = now.plusSeconds(120);
        }
        send();
        var progress = deliveries.progress(administrator, id);
        assertThat(progress.delivered()).isEqualTo(1);
        assertThat(progress.list()).singleElement().satisfies(given -> {
            assertThat(given.answer()).isEqualTo("422");
            assertThat(given.attempts()).isEqualTo(3);
            assertThat(given.event()).hasToString(receiver.posts().getFirst().id());
        });
        assertThat(deliveries.resend(
                        administrator, id, progress.list().getFirst().event()))
                .isEqualTo(1);
        now = now.plusSeconds(120);
        send();
        assertThat(deliveries.progress(administrator, id).givenUp()).isZero();
        assertThat(receiver.posts().getLast().id())
                .isEqualTo(receiver.posts().getFirst().id());
    }

    @Test
    void a_time_when_nobody_answered_counts_against_no_message() throws Exception {
        var id = subscribed(false);
        incident();
        receiver.die();
        for (int i = 0; i < 3; i++) {
            send();
            now = now.plusSeconds(120);
        }
        receiver.live();
        for (int refusals = 1; refusals <= 3; refusals++) {
            assertThat(deliveries.progress(administrator, id).waiting()).isEqualTo(1);
            receiver.says(422);
            send();
            now = now.plus(Duration.ofHours(2));
        }
        assertThat(deliveries.progress(administrator, id).givenUp()).isEqualTo(1);
    }

    @Test
    void nothing_more_goes_out_once_the_partner_is_closed_although_the_sender_is_in_the_middle() {
        var id = subscribed(false);
        incident();
        incident();
        rounds.place(now);
        var lease = rounds.deliver(leased(id), now);
        assertThat(lease).isNotNull();
        partners.close(administrator, partner);
        assertThat(rounds.deliver(lease, now)).isNull();
        assertThat(receiver.posts()).hasSize(1);
        assertThat(deliveries.progress(administrator, id).waiting()).isEqualTo(1);
    }

    @Test
    void what_is_withheld_by_the_end_of_a_subscription_stays_so_whatever_comes_of_a_request_under_way() {
        var id = subscribed(false);
        incident();
        incident();
        rounds.place(now);
        var lease = leased(id);
        receiver.says(500);
        var attempt = courier.send(subscriptions.get(administrator, id), outgoing.waiting(id, 1), now);
        subscriptions.end(administrator, id);
        assertThat(courier.settle(lease, attempt, now)).isNull();
        assertThat(deliveries.progress(administrator, id).withheld()).isEqualTo(2);
        assertThat(leasedAt(now.plus(Duration.ofHours(1)))).doesNotContain(id);
        assertThat(receiver.posts()).hasSize(1);
    }

    @Test
    void a_server_that_was_held_up_writes_nothing_over_what_the_next_one_does() {
        var id = subscribed(false);
        incident();
        rounds.place(now);
        var first = leased(id);
        receiver.says(422);
        var attempt = courier.send(subscriptions.get(administrator, id), outgoing.waiting(id, 1), now);
        now = now.plus(courier.lease());
        var second = leased(id);
        assertThat(courier.settle(first, attempt, now)).isNull();
        assertThat(outgoing.waiting(id, 1).getFirst().attempts()).isZero();
        assertThat(rounds.deliver(second, now)).isNotNull();
        assertThat(deliveries.progress(administrator, id).delivered()).isEqualTo(1);
    }

    @Test
    void a_receiver_gets_as_many_requests_a_minute_as_it_allows() {
        receiver.allows("600");
        var quick = subscribed(false);
        receiver.allows("6");
        var slow = subscribed(false);
        incident();
        rounds.place(now);
        var leases = rounds.lease(now);
        var next = rounds.deliver(of(leases, quick), now);
        assertThat(next)
                .as("a pause shorter than a round is no reason to wait for one")
                .isNotNull();
        assertThat(next.next()).isEqualTo(now.plusMillis(100));
        assertThat(rounds.deliver(of(leases, slow), now)).isNull();
    }

    @Test
    void a_feed_says_that_something_was_forgotten_although_something_older_still_waits() {
        var id = subscribed(false);
        var system = partners.byKey(key);
        transaction.executeWithoutResult(status -> {
            incident();
            incident();
            rounds.place(now);
            var waiting = outgoing.waiting(id, 2);
            var delivered = waiting.getLast().event();
            outgoing.mark(id, List.of(delivered.id()), new Outcome("DELIVERED", "204", false), now);
            events.forget(now.plus(Duration.ofDays(1)));
            assertThat(outgoing.waiting(id, 2)).hasSize(1);
            long read = waiting.getFirst().event().place();
            assertThatThrownBy(() -> eventFeed.page(system, id, read, 10))
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("feed-forgotten"));
            assertThat(eventFeed.page(system, id, delivered.place(), 10).count())
                    .isZero();
            status.setRollbackOnly(); // Others still read what all tests share.
        });
    }

    @Test
    void a_feed_goes_on_past_what_its_partner_is_not_told_of() {
        subscribed(false);
        var closings = new Wanted("", List.of("dispatch.incident-closed"), FIELDS, false, "");
        var id = subscriptions.open(administrator, partner, closings).id();
        long before = events.lastPlace();
        incident();
        rounds.place(now);
        assertThat(events.lastPlace()).isGreaterThan(before);
        var system = partners.byKey(key);
        assertThat(eventFeed.next(system, id, before).place()).isEqualTo(events.lastPlace());
        assertThat(eventFeed.page(system, id, before, 10).next()).isEqualTo(events.lastPlace());
    }

    @Test
    void a_receiver_that_fails_for_days_is_disabled_and_administrators_are_told() {
        var id = subscribed(false);
        for (int i = 0; i < 20; i++) {
            receiver.says(500);
        }
        incident();
        for (int i = 0; i < 6; i++) {
            send();
            now = now.plus(Duration.ofHours(18));
        }
        assertThat(subscriptions.get(administrator, id).state()).isEqualTo(State.DISABLED);
        assertThat(store.disabled()).isPositive();
        assertThat(deliveries.progress(administrator, id).waiting())
                .as("nothing is lost")
                .isEqualTo(1);
    }

    @Test
    void several_events_go_in_one_request_and_one_that_is_refused_keeps_none_of_the_others() {
        var id = subscribed(true);
        receiver.says(400);
        incident();
        incident();
        incident();
        send();
        assertThat(receiver.posts()).hasSize(1);
        assertThat(receiver.posts().getFirst().type()).isEqualTo("application/cloudevents-batch+json; charset=utf-8");
        assertThat(JSON.readTree(receiver.posts().getFirst().body())).hasSize(3);
        receiver.says(400);
        receiver.says(400);
        for (int i = 0; i < 3; i++) {
            now = now.plusSeconds(120);
            send();
        }
        var progress = deliveries.progress(administrator, id);
        assertThat(progress.givenUp()).isEqualTo(1);
        assertThat(progress.delivered()).isEqualTo(2);
    }

    @Test
    void R72_what_is_not_shared_any_more_is_withheld_from_webhooks_and_feeds_alike() throws Exception {
        var id = subscribed(false);
        var incident = incident();
        rounds.place(now);
        var before = feed(id, 0);
        assertThat(before).hasSize(1);
        var name = "made.up." + UUID.randomUUID();
        var chief = access.openAccount(
                Actor.SYSTEM, new NewAccount(name, "Made Up", "secret", agency, Set.of(Role.STATION_CHIEF)));
        dispatch.perform(chief, new Command.Restrict(incident, List.of(name), "Only for some"), key());
        send();
        assertThat(receiver.posts()).isEmpty();
        assertThat(deliveries.progress(administrator, id).withheld()).isPositive();
        assertThat(feed(id, 0)).isEmpty();
    }

    @Test
    void a_partner_is_told_nothing_of_incidents_of_others_and_reads_no_feed_of_another_partner() throws Exception {
        var id = subscribed(false);
        var other = new AgencyId("other-" + UUID.randomUUID());
        var room = Actor.staff(UUID.randomUUID().toString(), "Pat Example", other, Set.of(Role.CALL_TAKER));
        dispatch.takeCall(room, call(), key());
        send();
        assertThat(receiver.posts()).isEmpty();
        var name = new PartnerName("p-" + UUID.randomUUID());
        var foreign = partners.open(administrator, name, agency, agency, false);
        assertThat(get("/partners/v1/subscriptions/" + id + "/events", foreign).statusCode())
                .isEqualTo(404);
        assertThat(get("/partners/v1/subscriptions/" + id + "/events", null).statusCode())
                .isEqualTo(403);
        partners.close(administrator, name);
        assertThat(get("/partners/v1/subscriptions/" + id + "/events", foreign).statusCode())
                .isEqualTo(403);
    }

    @Test
    void a_feed_is_read_page_by_page_without_missing_anything_and_leads_on_by_its_link() throws Exception {
        var feed = subscriptions.open(administrator, partner, new Wanted("", TYPES, FIELDS, false, ""));
        for (int i = 0; i < 5; i++) {
            incident();
        }
        rounds.place(now);
        var path = "/partners/v1/subscriptions/" + feed.id() + "/events?limit=2";
        var ids = new java.util.LinkedHashSet<String>();
        for (int page = 0; page < 20; page++) {
            var answer = get(path, key);
            assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/cloudevents-batch+json");
            JSON.readTree(answer.body())
                    .forEach(event -> ids.add(event.path("id").asString()));
            var link = answer.headers().firstValue("Link").orElseThrow();
            path = link.substring(1, link.indexOf('>'));
        }
        assertThat(ids).hasSize(5);
    }

    @Test
    void a_stream_tells_as_it_happens_and_resumes_after_the_last_that_was_read() throws Exception {
        var feed = subscriptions.open(administrator, partner, new Wanted("", TYPES, FIELDS, false, ""));
        incident();
        rounds.place(now);
        var path = "/partners/v1/subscriptions/" + feed.id() + "/stream";
        var first = stream(path + "?after=0", "");
        assertThat(first.get(1)).isEqualTo("event: cloudevent");
        assertValid(JSON.readTree(first.get(2).substring("data: ".length())));
        var place = first.getFirst().substring("id: ".length());
        incident();
        rounds.place(now);
        var second = stream(path, place).getFirst().substring("id: ".length());
        assertThat(Long.parseLong(second)).isGreaterThan(Long.parseLong(place));
    }

    /** The first lines of the stream; then the partner goes away. */
    private List<String> stream(String path, String lastEventId) throws Exception {
        var client = HttpClient.newHttpClient();
        try {
            var request = HttpRequest.newBuilder(address(path)).header("Authorization", "Bearer " + key);
            var answer = client.send(
                    (lastEventId.isEmpty() ? request : request.header("Last-Event-ID", lastEventId)).build(),
                    BodyHandlers.ofInputStream());
            try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
                return List.of(lines.readLine(), lines.readLine(), lines.readLine());
            }
        } finally {
            client.shutdownNow();
        }
    }

    @Test
    void a_changed_secret_signs_beside_the_former_one_for_a_while_and_then_alone() {
        var opened = subscriptions.open(administrator, partner, wanted(false));
        subscriptions.confirm(administrator, opened.id());
        var changed = subscriptions.changeSecret(administrator, opened.id());
        incident();
        send();
        assertThat(receiver.posts().getLast().signature().split(" ")).hasSize(2);
        incident();
        now = now.plus(Duration.ofHours(25));
        send();
        var got = receiver.posts().getLast();
        assertThat(got.signature())
                .isEqualTo(Signature.of(
                        got.id(),
                        Instant.ofEpochSecond(Long.parseLong(got.timestamp())),
                        got.body().getBytes(StandardCharsets.UTF_8),
                        List.of(secret(changed))));
    }

    @Test
    void an_address_of_the_inside_and_someone_who_is_no_administrator_are_refused() {
        assertThatThrownBy(() -> subscriptions.open(
                        administrator, partner, new Wanted("https://user@example.org/", TYPES, FIELDS, false, "")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> subscriptions.open(dispatcher, partner, wanted(false)))
                .isInstanceOf(Refusal.class);
        var inside = subscriptions.open(
                administrator, partner, new Wanted("https://localhost:1/", TYPES, FIELDS, false, ""));
        assertThatThrownBy(() -> subscriptions.confirm(administrator, inside.id()))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("webhook-address-inside"));
    }

    private SubscriptionId subscribed(boolean batch) {
        var opened = subscriptions.open(administrator, partner, wanted(batch));
        subscriptions.confirm(administrator, opened.id());
        return opened.id();
    }

    private Wanted wanted(boolean batch) {
        return new Wanted(receiver.address(), TYPES, FIELDS, batch, "");
    }

    /** One round as the outbox does it, at the time of the test. */
    private void send() {
        rounds.place(now);
        rounds.lease(now).forEach(first -> {
            var lease = first;
            while (lease != null) {
                lease = rounds.deliver(lease, now);
            }
        });
    }

    private Lease leased(SubscriptionId id) {
        return of(rounds.lease(now), id);
    }

    private static Lease of(List<Lease> leases, SubscriptionId id) {
        return leases.stream()
                .filter(lease -> lease.subscription().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private List<SubscriptionId> leasedAt(Instant at) {
        return rounds.lease(at).stream().map(Lease::subscription).toList();
    }

    private List<JsonNode> feed(SubscriptionId id, long after) throws Exception {
        var answer = get("/partners/v1/subscriptions/" + id + "/events?limit=500&after=" + after, key);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body()).valueStream().toList();
    }

    private HttpResponse<String> get(String path, String bearer) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(address(path)).header("Accept", "application/json, */*");
            return client.send(
                    (bearer == null ? request : request.header("Authorization", "Bearer " + bearer)).build(),
                    BodyHandlers.ofString());
        }
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    private static byte[] secret(String shown) {
        return Base64.getDecoder().decode(shown.substring("whsec_".length()));
    }

    private static void assertValid(JsonNode event) throws Exception {
        assumeTrue(Files.exists(SCHEMA), "the schema of CloudEvents is not at " + SCHEMA);
        var schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(Files.readString(SCHEMA));
        assertThat(schema.validate(new ObjectMapper().readTree(event.toString())))
                .isEmpty();
    }

    private IncidentId incident() {
        return dispatch.takeCall(dispatcher, call(), key()).incident();
    }

    private static NewCall call() {
        return new NewCall(
                "Ann Sample",
                "555 0100",
                "1 Market Square",
                new GeoPoint(40.0, -83.0),
                LocationTrust.EXACT,
                "fight",
                null,
                "People are shouting",
                null,
                null,
                null);
    }

    private Actor staff(Role role) {
        return Actor.staff(UUID.randomUUID().toString(), "Pat Example", agency, Set.of(role));
    }

    private static CommandKey key() {
        return new CommandKey(UUID.randomUUID().toString());
    }
}
