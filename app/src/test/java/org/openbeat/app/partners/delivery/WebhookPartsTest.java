package org.openbeat.app.partners.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.partners.delivery.Answered.Kind;
import org.openbeat.app.partners.delivery.WebhookClient.Reply;

/** The parts of sending, each by itself. */
class WebhookPartsTest {
    private static final Instant NOON = Instant.parse("2026-11-25T12:00:00Z");

    private static PartnerSettings settings(String... inside) {
        var day = Duration.ofDays(1);
        return new PartnerSettings(false, Set.of(inside), Duration.ofSeconds(1), 3, day, day, day);
    }

    @Test
    void the_signature_is_the_one_that_standard_webhooks_publishes() {
        var secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
        var body = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);
        var at = Instant.ofEpochSecond(1614265330);
        var id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
        var published = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assertThat(Signature.of(id, at, body, List.of(secret))).isEqualTo(published);
        assertThat(Signature.of(id, at, body, List.of(new byte[32], secret)))
                .as("while a secret is changed, both sign")
                .endsWith(" " + published);
        assertThat(Signature.shown(secret)).isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }

    @Test
    void waiting_doubles_up_to_an_hour_and_is_spread_by_chance() {
        var random = new Random(1);
        for (int failures = 1; failures <= 60; failures++) {
            long plain = Math.min(3600, 5L << Math.min(failures - 1, 20));
            for (int i = 0; i < 50; i++) {
                assertThat(Backoff.after(failures, random))
                        .isBetween(Duration.ofMillis(plain * 500), Duration.ofMillis(plain * 1500));
            }
        }
        assertThat(Backoff.after(3, random)).isNotEqualTo(Backoff.after(3, random));
    }

    @Test
    void each_status_means_what_the_texts_say() {
        assertThat(kind(200)).isEqualTo(Kind.TAKEN);
        assertThat(kind(202)).isEqualTo(Kind.TAKEN);
        assertThat(kind(301)).as("redirects are not followed").isEqualTo(Kind.ERROR);
        assertThat(kind(410)).isEqualTo(Kind.GONE);
        assertThat(kind(415)).isEqualTo(Kind.REFUSED);
        assertThat(kind(401)).isEqualTo(Kind.ERROR);
        assertThat(kind(503)).isEqualTo(Kind.ERROR);
        var later = Answered.of(new Reply(429, Map.of("retry-after", "120")), NOON);
        assertThat(later.kind()).isEqualTo(Kind.AWAY);
        assertThat(later.retryAt()).isEqualTo(NOON.plusSeconds(120));
        var date = Answered.of(new Reply(503, Map.of("retry-after", "Wed, 25 Nov 2026 12:10:00 GMT")), NOON);
        assertThat(date.kind()).isEqualTo(Kind.AWAY);
        assertThat(date.retryAt()).isEqualTo(NOON.plusSeconds(600));
        assertThat(Answered.of(new Reply(429, Map.of("retry-after", "soon")), NOON)
                        .retryAt())
                .isNull();
        assertThat(Answered.of(new Reply(429, Map.of("retry-after", "999999999")), NOON)
                        .retryAt())
                .isEqualTo(NOON.plus(Duration.ofDays(1)));
    }

    private static Kind kind(int status) {
        return Answered.of(new Reply(status, Map.of()), NOON).kind();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "192.0.0.8",
                "192.0.2.1",
                "198.18.0.1",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "fe80::1",
                "fec0::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::808:808",
                "64:ff9b:1:7f00:0:100:808:808",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1",
                "100::1",
                "3fff::1"
            })
    void an_address_of_the_inside_is_not_sent_to(String address) throws Exception {
        assertThat(Targets.isPublic(InetAddress.getByName(address))).isFalse();
        var written = address.contains(":") ? "[" + address + "]" : address;
        assertThatThrownBy(() -> new Targets(settings()).find("https://" + written + "/hook"))
                .isInstanceOf(Refusal.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"8.8.8.8", "100.63.255.255", "172.32.0.1", "198.20.0.1", "2606:4700::1111", "64:ff9b::808:808"})
    void a_public_address_is_sent_to(String address) throws Exception {
        assertThat(Targets.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hook",
                "ftp://example.org/",
                "http://example.org/",
                "https://user:word@example.org/",
                "https://example.org/#x",
                "https:///path",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "https://exa mple.org/",
                "https://127.0.0.1\r\nHost: x/",
                "gopher://127.0.0.1/",
                "//example.org/"
            })
    void an_address_of_another_form_is_refused_before_anyone_is_asked(String address) {
        assertThatThrownBy(() -> new Targets(settings()).parse(address))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("webhook-address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https", "Https", "HTTPS"})
    void a_scheme_is_encrypted_however_it_is_written(String scheme) throws Exception {
        var target = new Targets(settings()).find(scheme + "://8.8.8.8/hook");
        assertThat(target.encrypted()).isTrue();
        assertThat(target.port()).isEqualTo(443);
        assertThat(new Targets(settings("127.0.0.1"))
                        .find("HTTP://127.0.0.1/hook")
                        .encrypted())
                .isFalse();
    }

    @Test
    void a_host_that_the_operator_names_may_be_of_the_inside_and_plain() throws Exception {
        var targets = new Targets(settings("127.0.0.1"));
        assertThat(targets.find("http://127.0.0.1:9/hook").port()).isEqualTo(9);
        assertThatThrownBy(() -> targets.find("http://127.0.0.2:9/hook")).isInstanceOf(Refusal.class);
    }

    @Test
    void no_field_of_an_event_type_is_about_a_person() {
        assertThat(EventTypes.fields(EventTypes.all()))
                .containsExactly(
                        "agency",
                        "authoritative",
                        "beat",
                        "byTimer",
                        "cancelled",
                        "disposition",
                        "entry",
                        "happenedAt",
                        "kind",
                        "number",
                        "outcome",
                        "preempted",
                        "priority",
                        "type",
                        "unit");
    }
}
