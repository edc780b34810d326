package org.openbeat.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.openbeat.demo.Resident.Kept;
import org.openbeat.demo.Resident.Telling;
import org.openbeat.engine.city.Address;
import tools.jackson.databind.JsonNode;

/** Steps 3 to 5: what is urgent reaches the board, a crew goes there, and the resident sees each step. */
final class ResponseTold implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String FIGHT = "Six people are fighting outside the bar, one holds a bottle.";

    private final String baseUrl;
    private final Narrator narrator;
    private final Resident witness;
    private final Address fightAt;
    private final Visitor dispatcher;
    private final Console console;
    private @Nullable Kept fight;
    private String incident = "";
    private String unit = "";
    /** How many lines of the tracking page the witness has read; the first two are there from the beginning. */
    private int read = 2;

    ResponseTold(String baseUrl, Narrator narrator, Places places) {
        this.baseUrl = baseUrl;
        this.narrator = narrator;
        this.witness = new Resident(baseUrl, "en");
        this.fightAt = places.in("101");
        this.dispatcher = DemoPassword.signIn(baseUrl, "dispatcher");
        this.console = listen(dispatcher);
    }

    private static Console listen(Visitor dispatcher) {
        try {
            return new Console(dispatcher);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void alarm() {
        narrator.chapter("3. What is urgent is on the dispatch board within a second; a unit is sent", () -> {
            var telling = new Telling("fight", Places.typed(fightAt), FIGHT, Map.of("weapon", "yes"), List.of());
            var check = witness.prepare(telling);
            var sent = witness.send(check);
            long answered = System.nanoTime();
            fight = sent;
            var event = narrator.need(
                    "the board hears of the fight",
                    () -> console.awaitIncident(
                            row -> row.path("summary").asString("").equals(FIGHT), PATIENCE));
            long late = (event.nanos() - answered) / 1_000_000;
            narrator.check(late <= 1_000, "the board hears of it within a second (it took %d ms)", late);
            var row = event.data().path("incident");
            incident = row.path("id").isString()
                    ? row.path("id").asString()
                    : row.path("id").path("value").asString("");
            narrator.say("A witness reports a fight at %s: %s", Places.typed(fightAt), sent.reference());
            narrator.say("The open board hears of it %s the witness sees the page that says so.", when(late));
            assign();
        });
    }

    private static String when(long late) {
        return late < 0 ? -late + " ms before" : late + " ms after";
    }

    private void assign() throws Exception {
        var page = confirmed(dispatcher.get("/incidents/" + incident).page());
        var choices = page.select("li[data-choice]");
        narrator.check(choices.size() >= 2, "units are recommended (there are %d)", choices.size());
        for (var choice : choices.subList(0, Math.min(3, choices.size()))) {
            narrator.say("Recommended: %s", line(choice));
        }
        unit = choices.getFirst().attr("data-call-sign").toLowerCase(Locale.ROOT);
        var first = Objects.requireNonNull(choices.getFirst());
        narrator.check(line(first).matches("(?s).*\\d.*"), "the best choice comes with a travel time");
        var form = first.select("form").forms().getFirst();
        var answer = dispatcher.submit(form, Map.of());
        narrator.check(answer.status() == 200, "the unit is assigned (it answered %d)", answer.status());
        see("ASSIGNED");
        narrator.say("The dispatcher sends %s; the board shows it at once.", unit.toUpperCase(Locale.ROOT));
        track("a crew was assigned");
    }

    /** Nobody is sent to a place that is not sure; where the board asks, the dispatcher says that it is. */
    private Document confirmed(Document page) {
        if (page.selectFirst("#confirm-place") == null) {
            return page;
        }
        dispatcher.submit(Resident.form(page, "#confirm-place"), Map.of());
        narrator.say("The dispatcher confirms the place, as the board asks.");
        return dispatcher.get("/incidents/" + incident).page();
    }

    private static String line(Element choice) {
        return choice.select(".choice__sign, .choice__time, .choice__why").eachText().stream()
                .reduce((one, two) -> one + ", " + two)
                .orElse("");
    }

    /** Waits until the live stream shows the unit at this stage on the incident. */
    private void see(String stage) throws Exception {
        narrator.need("the board hears of " + stage, () -> console.awaitIncident(row -> isAt(row, stage), PATIENCE));
    }

    private boolean isAt(JsonNode row, String stage) {
        for (var on : row.path("units")) {
            if (on.path("callSign").asString("").equalsIgnoreCase(unit)
                    && on.path("stage").asString("").equals(stage)) {
                return true;
            }
        }
        return false;
    }

    void work() {
        narrator.chapter("4. The crew works on a phone page; the board sees each step live", () -> {
            try (var crew = DemoPassword.signIn(baseUrl, "crew." + unit)) {
                narrator.check(crew.get("/crew").text().contains(FIGHT), "the crew's page shows the assignment");
                step(crew, "ACKNOWLEDGED", "acknowledges");
                step(crew, "EN_ROUTE", "is on the way");
                track("the crew is on its way");
                step(crew, "ON_SCENE", "has arrived");
                track("the crew has arrived");
                note(crew);
                close(crew);
            }
        });
    }

    private void step(Visitor crew, String status, String words) throws Exception {
        var form = Resident.form(crew.get("/crew").page(), "input[name=status][value=" + status + "]");
        var answer = crew.submit(form, Map.of());
        narrator.check(answer.status() == 200, "the crew's page takes %s (it answered %d)", status, answer.status());
        see(status);
        narrator.say("The crew %s, and the board shows it.", words);
    }

    private void note(Visitor crew) {
        var form = Resident.form(crew.get("/crew").page(), "textarea#note-text");
        crew.submit(form, Map.of("text", "Two groups parted. Nobody hurt. Spoke with the owner of the bar."));
        narrator.check(
                dispatcher.get("/incidents/" + incident).text().contains("Two groups parted"),
                "the note is in the incident's log");
        narrator.say("The crew notes what was done; the room reads it in the log.");
    }

    private void close(Visitor crew) throws Exception {
        var form = Resident.form(crew.get("/crew").page(), "select#close-as");
        crew.submit(form, Map.of("disposition", "settled", "text", "Settled on the spot."));
        narrator.need(
                "the board hears that it is closed",
                () -> console.awaitIncident(
                        row -> row.path("status").asString("").equals("CLOSED"), PATIENCE));
        narrator.say("The crew closes it: settled at the scene. The unit is free again.");
        track("it was dealt with");
    }

    /** The tracking page follows a moment after the board; the witness reloads it until it says something new. */
    private void track(String expected) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var lines = history();
        while (lines.size() <= read && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(50);
            lines = history();
        }
        narrator.check(lines.size() > read, "the witness sees that %s", expected);
        read = lines.size();
        narrator.say("   The witness reads: %s", lines.getLast());
    }

    private List<String> history() {
        return witness.open(fight()).select(".desk-history__what").eachText();
    }

    void outcome() {
        narrator.chapter("5. The resident reads each step in plain words, answers the survey, may reopen", () -> {
            var page = witness.open(fight());
            for (var line : page.select(".desk-history > li")) {
                narrator.say("The tracking page: %s", line.text());
            }
            narrator.check(page.selectFirst(".desk-outcome") != null, "the outcome is on the tracking page");
            narrator.say("The outcome: %s", page.select(".desk-outcome").text());
            survey(page);
            reopen();
        });
    }

    private void survey(Document page) {
        for (var question : List.of("SOLVED", "TREATED")) {
            witness.submit(page, "input[name=question][value=" + question + "]", Map.of("answer", "YES"));
        }
        var answered = witness.open(fight());
        narrator.check(
                answered.selectFirst("#survey button[name=answer]") == null, "both answers of the survey are kept");
        narrator.say(
                "Two clicks, two answers: %s",
                answered.select("#survey p.govuk-body").text());
    }

    private void reopen() {
        var page = witness.open(fight());
        witness.submit(page, "textarea[name=reason]", Map.of("reason", "They are back and have started again."));
        var again = witness.open(fight());
        narrator.check(again.selectFirst(".desk-outcome") == null, "a reopened report has no outcome any more");
        narrator.say(
                "The witness reopens it with a reason: %s",
                Resident.need(again, ".desk-facts").text());
    }

    Kept fight() {
        if (fight == null) {
            throw new IllegalStateException("no fight was reported yet");
        }
        return fight;
    }

    Resident witness() {
        return witness;
    }

    List<String> secrets() {
        return List.of(FIGHT, Places.typed(fightAt));
    }

    @Override
    public void close() {
        witness.close();
        try {
            console.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        dispatcher.close();
    }
}
