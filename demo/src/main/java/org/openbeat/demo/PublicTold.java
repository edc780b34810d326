package org.openbeat.demo;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Step 6: what may be public is on the page of the beat and in its feed, and nothing else is. */
final class PublicTold {
    private final String baseUrl;
    private final Narrator narrator;

    PublicTold(String baseUrl, Narrator narrator) {
        this.baseUrl = baseUrl;
        this.narrator = narrator;
    }

    void publish(ReportsTold told, ResponseTold answered) {
        narrator.chapter("6. The public page of the beat, and its feed", () -> {
            var secrets = Stream.concat(told.secrets().stream(), answered.secrets().stream())
                    .toList();
            try (var anyone = new Visitor(baseUrl, "en")) {
                var answer = anyone.get("/beats/101");
                narrator.check(answer.status() == 200, "the beat has a public page (it answered %d)", answer.status());
                var page = answer.page();
                narrator.check(page.text().contains(told.light().reference()), "the street light is on it");
                silent(page.text(), secrets);
                narrator.say(
                        "The page of the beat: %s",
                        ReportsTold.shortened(Resident.need(page, "main").text(), 260));
                feed(anyone, page, told.light().reference(), secrets);
            }
        });
    }

    private void feed(Visitor anyone, Document page, String reference, List<String> secrets) {
        var address = Resident.need(page, "link[type=application/atom+xml], a[href*=atom], a[href*=feed]")
                .attr("href");
        var answer = anyone.get(address);
        var feed = Jsoup.parse(answer.text(), "", Parser.xmlParser());
        narrator.check(answer.status() == 200 && !feed.select("feed > entry").isEmpty(), "the beat has an Atom feed");
        narrator.check(answer.text().contains(reference), "the street light is in the feed");
        silent(answer.text(), secrets);
        narrator.say(
                "The feed %s has %d entries, the newest: %s",
                address,
                feed.select("feed > entry").size(),
                feed.select("feed > entry > title").eachText().getFirst());
    }

    private void silent(String text, List<String> secrets) {
        for (var secret : secrets) {
            narrator.check(!text.contains(secret), "nothing public says \"%s\"", secret);
        }
    }
}
