package org.openbeat.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.acceptance.Chromium.Visitor;

/** Two dispatchers at one call, and a crew phone that loses the network in the middle. */
class RoomJourney {
    private static final String BASE = DemoServer.baseUrl();

    @Test
    void two_dispatchers_at_one_call_see_who_has_it_and_never_send_for_it_twice_by_accident() {
        try (var first = Chromium.visitor(new Visitor("en-GB", 1280, true));
                var second = Chromium.visitor(new Visitor("en-GB", 1280, true))) {
            var dina = signedIn(first, "dispatcher");
            var drago = signedIn(second, "second.dispatcher");
            var incident = call(dina, 440);
            open(dina, incident);
            open(drago, incident);
            assertThat(drago.locator("#in-hand")).hasText("Nobody has it in hand.");

            dina.keyboard().press("1");
            assertThat(units(dina)).hasCount(1);
            assertThat(drago.locator("#in-hand")).containsText("Dina Dispatchette has it in hand");
            assertThat(drago.locator("tr[data-incident='" + incident + "'] .claim"))
                    .hasText("Dina Dispatchette");
            drago.keyboard().press("1");
            assertThat(drago.locator("#said")).containsText("Someone else has this incident in hand.");
            assertThat(units(drago)).hasCount(1);
            Chromium.screenshot(drago, "room-1-in-hand");

            drago.keyboard().press("z");
            assertThat(drago.locator("#in-hand")).containsText("You have it in hand");
            drago.keyboard().press("1");
            assertThat(units(drago)).hasCount(2);
            assertThat(dina.locator("#in-hand")).containsText("Drago Dispatchovic has it in hand");
            assertThat(units(dina)).hasCount(2);
            close(drago, incident);
        }
    }

    @Test
    void what_a_crew_does_without_a_network_arrives_once_each_with_the_time_at_which_it_was_done() {
        try (var room = Chromium.visitor(new Visitor("en-GB", 1280, true));
                var patrol = Chromium.visitor(new Visitor("en-GB", 390, true))) {
            var dina = signedIn(room, "dispatcher");
            var incident = call(dina, 540);
            open(dina, incident);
            dina.keyboard().press("1");
            assertThat(units(dina)).hasCount(1);
            var unit = units(dina).first().getAttribute("data-call-sign");
            var phone = crew(patrol, unit);

            patrol.setOffline(true);
            for (var step : List.of("ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE")) {
                phone.click("#step-" + step);
                assertThat(phone.locator("[data-step=" + step + "]")).hasAttribute("data-unsent", "true");
            }
            phone.fill("#note-text", "Everyone has left.");
            phone.click("#note-send");
            assertThat(phone.locator("#crew-queue .act")).hasCount(4);
            Chromium.screenshot(phone, "room-2-offline");
            var back = Instant.now();
            patrol.setOffline(false);
            assertThat(phone.locator("#crew-queue .act")).hasCount(0);
            assertThat(phone.locator(".log__said").filter(new Locator.FilterOptions().setHasText("Everyone has left.")))
                    .hasCount(1);

            for (var kind : List.of("UNIT_ACKNOWLEDGED", "UNIT_EN_ROUTE", "UNIT_ON_SCENE", "NOTE")) {
                var entries = log(dina, incident, kind);
                assertThat(entries).as(kind).hasSize(1);
                assertThat(Instant.parse(entries.getFirst().get("happenedAt")))
                        .as("%s happened while there was no network", kind)
                        .isBefore(back.plusSeconds(1));
                assertThat(Instant.parse(entries.getFirst().get("enteredAt"))).isAfter(back.minusSeconds(1));
            }
            close(dina, incident);
        }
    }

    @Test
    void what_the_screen_says_is_true_while_the_database_or_the_network_is_gone_and_nothing_is_done_twice()
            throws Exception {
        try (var room = Chromium.visitor(new Visitor("en-GB", 1280, true))) {
            var dina = signedIn(room, "dispatcher");
            var incident = call(dina, 740);
            open(dina, incident);
            var live = dina.locator("#live");

            database("-STOP");
            try {
                assertThat(live).hasAttribute("data-state", "stalled");
                dina.fill("#note", "Said while the database was silent.");
                dina.click("#note-add");
                assertThat(dina.locator("#said")).containsText("Sending");
                Chromium.screenshot(dina, "room-10-stalled");
            } finally {
                database("-CONT");
            }
            assertThat(live).hasAttribute("data-state", "live");
            assertThat(dina.locator("#said")).containsText("The note is in the log");
            assertThat(log(dina, incident, "NOTE")).hasSize(1);

            room.setOffline(true);
            dina.keyboard().press("Escape");
            dina.keyboard().press("1");
            assertThat(dina.locator("#said")).containsText("It is not known whether this was saved");
            room.setOffline(false);
            open(dina, incident);
            assertThat(units(dina)).hasCount(0);
            close(dina, incident);
        }
    }

    /** Stops all processes of the demo's database where they are, or lets them go on. */
    private static void database(String signal) throws Exception {
        var file = DemoServer.process().data().resolve("postgres").resolve("postmaster.pid");
        var postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(file).getFirst().strip()))
                .orElseThrow();
        var ids = Stream.concat(Stream.of(postmaster), postmaster.descendants())
                .map(each -> Long.toString(each.pid()))
                .toList();
        var command = new ArrayList<>(List.of("kill", signal));
        command.addAll(ids);
        new ProcessBuilder(command).start().waitFor();
    }

    /** Print, enter one card of two, note the outage, see which is missing; then look back, with the keyboard alone. */
    @ParameterizedTest(name = "{0} at {1} px")
    @CsvSource({"en-GB, 1280", "zh-CN, 390"})
    void the_room_works_on_paper_and_looks_back(String language, int width) {
        try (var visitor = Chromium.visitor(new Visitor(language, width, true))) {
            var page = signedIn(visitor, "second.dispatcher");
            page.navigate(BASE + "/board");
            var zone = ZoneId.of(page.locator("body").getAttribute("data-zone"));
            page.navigate(BASE + "/board/continuity");
            var first = Integer.parseInt(page.locator("#next-cards").innerText().replaceAll("^\\D*(\\d+).*", "$1"));
            var pack = page.waitForDownload(() -> page.click("#print-pack"));
            assertThat(pack.suggestedFilename()).isEqualTo("pack.pdf");
            Chromium.screenshot(page, "room-3-continuity-" + width);
            enterCard(page, zone, first);
            Chromium.screenshot(page, "room-4-card-" + width);
            page.navigate(BASE + "/board/continuity");
            page.fill("#began", wallClock(zone, 600));
            page.fill("#ended", wallClock(zone, 590));
            page.fill("#first", Integer.toString(first));
            page.fill("#last", Integer.toString(first + 1));
            page.click("#note-outage");
            assertThat(page.locator("#missing li")).hasCount(1);
            assertThat(page.locator("#missing li")).hasAttribute("data-card", Integer.toString(first + 1));
            Chromium.screenshot(page, "room-5-outage-" + width);
            lookBack(page, width);
        }
    }

    /** What the clock on the wall of the room showed so many minutes ago. */
    private static String wallClock(ZoneId zone, int minutesAgo) {
        return Instant.now()
                .minus(Duration.ofMinutes(minutesAgo))
                .atZone(zone)
                .toLocalDateTime()
                .truncatedTo(ChronoUnit.MINUTES)
                .toString();
    }

    private static void enterCard(Page page, ZoneId zone, int card) {
        var address = DemoServer.city().addresses().get(640);
        page.navigate(BASE + "/board/continuity/cards");
        page.fill("#card", Integer.toString(card));
        page.fill("#received", wallClock(zone, 595));
        page.fill("#place", address.street() + " " + address.number());
        page.selectOption("#type", "noise");
        page.fill("#notes", "Loud music. 音乐很响。");
        page.selectOption("#disposition", "settled");
        page.click("#enter-card");
        assertThat(page.locator("#said")).containsText(Integer.toString(card));
    }

    private static void lookBack(Page page, int width) {
        var incident = call(page, 660);
        page.navigate(BASE + "/board/replay");
        page.focus("#second");
        page.keyboard().press("End");
        assertThat(page.locator("#second")).hasValue("3599");
        Chromium.screenshot(page, "room-6-board-replay-" + width);
        close(page, incident);
        for (int tries = 0;
                tries < 40 && page.locator("#step[max='1'], #step[max='2']").count() == 0;
                tries++) {
            page.waitForTimeout(250);
            page.navigate(BASE + "/incidents/" + incident + "/replay");
        }
        assertThat(page.locator("#then [data-status=CLOSED]")).isVisible();
        page.focus("#step");
        page.keyboard().press("Home");
        assertThat(page.locator("#then [data-status=WAITING]")).isVisible();
        Chromium.screenshot(page, "room-7-replay-" + width);
        page.navigate(BASE + "/board/intervals?interval=CALL_TO_ARRIVAL");
        Chromium.screenshot(page, "room-8-intervals-" + width);
        page.navigate(BASE + "/board/contractors");
        Chromium.screenshot(page, "room-9-contractors-" + width);
    }

    private static Page signedIn(BrowserContext visitor, String userName) {
        var page = visitor.newPage();
        page.navigate(BASE + "/sign-in");
        page.fill("#username", userName);
        page.fill("#password", DemoServer.PASSWORD);
        page.keyboard().press("Enter");
        page.waitForURL(Pattern.compile(".*/(staff|board|crew|account).*"));
        return page;
    }

    private static Page crew(BrowserContext visitor, String unit) {
        var page = signedIn(visitor, "crew." + unit);
        page.navigate(BASE + "/crew");
        var join = page.locator("button[data-unit='" + unit.toUpperCase(Locale.ROOT) + "']");
        if (join.count() > 0) {
            join.click();
        }
        page.locator("#step-ACKNOWLEDGED").waitFor();
        return page;
    }

    private static void open(Page page, String incident) {
        page.navigate(BASE + "/board?open=" + incident);
        page.locator("#incident-title").waitFor();
        assertThat(page.locator("#live")).hasAttribute("data-state", "live");
    }

    private static Locator units(Page board) {
        return board.locator("[data-part=units] tr[data-call-sign]");
    }

    /** A fight at an address of the made-up city; answers the incident's id. */
    private static String call(Page page, int house) {
        var address = DemoServer.city().addresses().get(house);
        page.navigate(BASE + "/board");
        return (String) page.evaluate(
                """
                async (place) => {
                  const answer = await fetch("/api/dispatch/calls", { method: "POST", headers: {
                    "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID(),
                    "X-XSRF-TOKEN": document.querySelector("meta[name=csrf-token]").content },
                    body: JSON.stringify({ ...place, trust: "EXACT", type: "fight", notes: "Two people are fighting." }) });
                  return (await answer.json()).incident;
                }""",
                Map.of(
                        "locationText",
                        address.street() + " " + address.number(),
                        "point",
                        Map.of(
                                "latitude",
                                address.position().latitude(),
                                "longitude",
                                address.position().longitude())));
    }

    private static void close(Page page, String incident) {
        page.evaluate("""
                async (id) => fetch(`/api/dispatch/incidents/${id}/close`, { method: "POST", headers: {
                    "Content-Type": "application/json", "Idempotency-Key": crypto.randomUUID(),
                    "X-XSRF-TOKEN": document.querySelector("meta[name=csrf-token]").content },
                    body: JSON.stringify({ disposition: "settled" }) })""", incident);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, String>> log(Page page, String incident, String kind) {
        return (List<Map<String, String>>) page.evaluate("""
                async ([id, kind]) => {
                  const file = await (await fetch(`/api/dispatch/incidents/${id}`)).json();
                  return file.log.filter((entry) => entry.kind === kind)
                    .map((entry) => ({ happenedAt: entry.happenedAt, enteredAt: entry.enteredAt }));
                }""", List.of(incident, kind));
    }
}
