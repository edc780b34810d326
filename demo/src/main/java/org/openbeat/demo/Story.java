package org.openbeat.demo;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.openbeat.engine.city.CityPlan;
import org.openbeat.engine.city.DemoCity;

/**
 * Runs the main job once, from a resident's report to a fair, public outcome, through the HTTP interface of a running
 * demo server, and tells it. Every step is checked: the process ends with status 1, and says which step, when anything
 * is not so.
 */
public final class Story {
    private final String baseUrl;
    private final Narrator narrator;

    Story(String baseUrl, PrintStream out) {
        this.baseUrl = baseUrl;
        this.narrator = new Narrator(out);
    }

    /** @param arguments the address of the server, without a trailing slash */
    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("Use: Story http://127.0.0.1:8080");
            System.exit(2);
        }
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new Story(arguments[0], out).tell());
    }

    /** Returns the exit status. */
    int tell() {
        narrator.say("A story in seven steps, told by a server that runs at %s", baseUrl);
        long start = System.nanoTime();
        var places = new Places(DemoCity.generate(CityPlan.lindenport()), new SplittableRandom(start));
        try (var told = new ReportsTold(baseUrl, partnerKey(), narrator, places);
                var answered = new ResponseTold(baseUrl, narrator, places)) {
            told.report();
            told.keep();
            answered.alarm();
            answered.work();
            answered.outcome();
            new AnswerTold(baseUrl, narrator).answer(told, answered);
            new PublicTold(baseUrl, narrator).publish(told, answered);
            new ProofTold(baseUrl, narrator).prove(told, answered);
        } catch (Narrator.NotSo e) {
            narrator.say("%nThe story stopped at: %s", String.valueOf(e.getMessage()));
            return 1;
        }
        narrator.say(
                "%nThe end: seven steps, %d checks, %d s.",
                narrator.checks(), (System.nanoTime() - start) / 1_000_000_000);
        return 0;
    }

    /** A demo server leaves the key of its partner in its data folder, which the script names to us. */
    private static String partnerKey() {
        var file = Path.of(String.valueOf(System.getenv("OPENBEAT_DATA")), "demo-partner-key.txt");
        try {
            return Files.readString(file).strip();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("The server left no key for its partner: " + file, e);
        }
    }
}
