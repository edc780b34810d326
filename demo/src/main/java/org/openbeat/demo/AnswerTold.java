package org.openbeat.demo;

import java.util.Map;
import java.util.stream.Collectors;

/** The rest of step 5: what is not urgent is on the list of the beat's officer, who answers it. */
final class AnswerTold {
    private final String baseUrl;
    private final Narrator narrator;

    AnswerTold(String baseUrl, Narrator narrator) {
        this.baseUrl = baseUrl;
        this.narrator = narrator;
    }

    void answer(ReportsTold told, ResponseTold answered) {
        narrator.chapter("   What is not urgent is on the list of the beat's officer, who answers it", () -> {
            try (var officer = DemoPassword.signIn(baseUrl, "beat.101")) {
                var list = officer.get("/desk").page();
                var reference = told.light().reference();
                narrator.check(list.text().contains(reference), "the street light is on the officer's list");
                narrator.say(
                        "On the officer's list: %s",
                        list.select("tr:contains(" + reference + ")").text());
                act(officer, reference, "form[action$=/take-on] button", Map.of());
                act(officer, reference, "textarea#reply", Map.of("text", "I saw it. The lamp is repaired tonight."));
                act(officer, reference, "select#outcome", Map.of("outcome", "fixed", "text", "The lamp works again."));
                again(officer, answered);
            }
            see(told);
        });
    }

    private void act(Visitor officer, String reference, String selector, Map<String, String> values) {
        var page = officer.get("/desk/reports/" + reference).page();
        var form = selector.startsWith("form")
                ? page.select(selector).parents().select("form").forms().getFirst()
                : Resident.form(page, selector);
        var answer = officer.submit(form, values);
        narrator.check(answer.status() == 200, "the desk takes the officer's act (it answered %d)", answer.status());
    }

    /** The fight that was reopened comes to the officer too. */
    private void again(Visitor officer, ResponseTold answered) {
        var reference = answered.fight().reference();
        act(officer, reference, "select#outcome", Map.of("outcome", "spoke-with", "text", "I spoke with the owner."));
        narrator.say("The officer answers the reopened report %s too.", reference);
    }

    private void see(ReportsTold told) {
        var page = told.english().open(told.light());
        narrator.check(
                page.select(".desk-outcome").text().contains("The lamp works again."),
                "the resident reads the outcome");
        narrator.say("The resident reads: %s", page.select(".desk-outcome").text());
        var openings = page.select(".desk-openings li").eachText();
        narrator.check(!openings.isEmpty(), "the resident sees who opened the report");
        narrator.say("Who opened the report: %s", openings.stream().distinct().collect(Collectors.joining("; ")));
    }
}
