package org.openbeat.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.openbeat.demo.Resident.Telling;
import org.openbeat.engine.city.CityPlan;
import org.openbeat.engine.city.CityRoads;
import org.openbeat.engine.city.DemoCity;
import org.openbeat.engine.city.GeoPosition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Gentle live traffic for a demo server: units drive through the city, something is reported now and then, and what is
 * urgent is worked to its end. It goes on until it is stopped.
 */
public final class Traffic {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int SECONDS = 4;
    private static final double PATROL_KMH = 28;
    private static final double RESPONSE_KMH = 60;

    private final String baseUrl;
    private final RandomGenerator chance = new SplittableRandom(System.nanoTime());
    private final CityRoads roads;
    private final Places places;
    private final Visitor dispatcher;
    private final Map<String, Car> cars = new HashMap<>();
    private final Map<String, Integer> onScene = new HashMap<>();
    private int seconds;

    private Traffic(String baseUrl) {
        var city = DemoCity.generate(CityPlan.lindenport());
        this.baseUrl = baseUrl;
        this.roads = city.roads();
        this.places = new Places(city, chance);
        this.dispatcher = DemoPassword.signIn(baseUrl, "second.dispatcher");
    }

    /** @param arguments the address of the server, without a trailing slash */
    public static void main(String[] arguments) throws InterruptedException {
        if (arguments.length != 1) {
            System.err.println("Use: Traffic http://127.0.0.1:8080");
            System.exit(2);
        }
        new Traffic(arguments[0]).flow();
    }

    private void flow() throws InterruptedException {
        while (true) {
            try {
                tick();
            } catch (RuntimeException e) {
                // A server that is stopped or restarted is no reason to end; the next tick tries again.
                System.err.println(e.getMessage());
            }
            TimeUnit.SECONDS.sleep(SECONDS);
            seconds += SECONDS;
        }
    }

    private void tick() {
        var board = JSON.readTree(dispatcher.get("/api/dispatch/board").bytes());
        var incidents = new HashMap<String, JsonNode>();
        board.path("incidents").forEach(row -> incidents.put(id(row.path("id")), row));
        for (var unit : board.path("units")) {
            if (!unit.path("status").asString("").equals("OFF_DUTY")) {
                move(unit, incidents);
            }
        }
        board.path("incidents").forEach(this::send);
        if (seconds % 60 == 0) {
            report();
        }
    }

    private void move(JsonNode unit, Map<String, JsonNode> incidents) {
        var id = id(unit.path("id"));
        var car = cars.computeIfAbsent(id, key -> car(unit));
        var work = unit.path("work").path(0);
        var incident = incidents.get(id(work.path("incident")));
        if (incident != null && incident.path("point").has("latitude")) {
            go(id, car, incident, work.path("stage").asString(""));
        } else if (car.isThere()) {
            car.drive(roads.drive(car.at(), roads.somewhere(chance)));
        }
        double speed = unit.path("status").asString("").equals("EN_ROUTE") ? RESPONSE_KMH : PATROL_KMH;
        boolean still = unit.path("status").asString("").equals("ON_SCENE");
        car.advance(still ? 0 : speed / 3.6 * SECONDS, still ? 0 : speed, System.currentTimeMillis() / 1000);
    }

    private Car car(JsonNode unit) {
        var answer = post("/api/dispatch/units/" + id(unit.path("id")) + "/devices", "{\"name\":\"demo phone\"}");
        var seen = unit.path("position").path("point");
        var at = seen.has("latitude")
                ? new GeoPosition(
                        seen.path("latitude").asDouble(), seen.path("longitude").asDouble())
                : roads.somewhere(chance);
        return new Car(dispatcher, answer.path("token").asString(), at);
    }

    /** A crew does the next thing: it acknowledges, sets out, arrives, and closes after a while. */
    private void go(String unit, Car car, JsonNode incident, String stage) {
        var point = incident.path("point");
        var goal = new GeoPosition(
                point.path("latitude").asDouble(), point.path("longitude").asDouble());
        switch (stage) {
            case "ASSIGNED" -> status(unit, incident, "ACKNOWLEDGED");
            case "ACKNOWLEDGED" -> {
                car.drive(roads.drive(car.at(), goal));
                status(unit, incident, "EN_ROUTE");
            }
            case "EN_ROUTE" -> {
                if (car.isThere()) {
                    onScene.put(unit, seconds + 60 + chance.nextInt(90));
                    status(unit, incident, "ON_SCENE");
                }
            }
            case "ON_SCENE" -> {
                if (seconds >= onScene.getOrDefault(unit, 0)) {
                    close(incident);
                }
            }
            default -> {} // Stacked work waits; what has ended needs nothing.
        }
    }

    private void status(String unit, JsonNode incident, String status) {
        post(
                "/api/dispatch/units/" + unit + "/status",
                "{\"status\":\"%s\",\"incident\":\"%s\"}".formatted(status, id(incident.path("id"))));
    }

    private void close(JsonNode incident) {
        var how = List.of("settled", "advice", "no-trace", "report").get(chance.nextInt(4));
        post(
                "/api/dispatch/incidents/" + id(incident.path("id")) + "/close",
                "{\"disposition\":\"%s\",\"note\":null}".formatted(how));
    }

    /** What has waited for a while without anyone being sent gets the best recommended unit. */
    private void send(JsonNode incident) {
        if (!incident.path("status").asString("").equals("WAITING") || chance.nextInt(4) > 0) {
            return;
        }
        var id = id(incident.path("id"));
        var page = dispatcher.get("/incidents/" + id).page();
        if (page.selectFirst("#confirm-place") != null) {
            dispatcher.submit(Resident.form(page, "#confirm-place"), Map.of());
        } else if (page.selectFirst("li[data-choice] form") != null) {
            dispatcher.submit(page.select("li[data-choice] form").forms().getFirst(), Map.of());
        }
    }

    private void report() {
        var tellings = List.of(
                new Telling("street-light", "", "The lamp before the house is out.", Map.of("fault", "out"), List.of()),
                new Telling("noise", "", "A building site works at night.", Map.of("when", "night"), List.of()),
                new Telling("graffiti", "", "Paint on the bus shelter.", Map.of("owner", "public"), List.of()),
                new Telling("road-danger", "", "A pallet lies in the road.", Map.of("blocked", "part"), List.of()),
                new Telling("fight", "", "Two men are shouting and pushing.", Map.of("weapon", "no"), List.of()),
                new Telling("noise", "", "隔壁装修声音很大。", Map.of("when", "day"), List.of()));
        var telling = tellings.get(chance.nextInt(tellings.size()));
        var beat = List.of("101", "102", "103", "104", "202", "301", "302", "303", "402")
                .get(chance.nextInt(9));
        var typed = Places.typed(places.in(beat));
        try (var resident = new Resident(baseUrl, telling.words().charAt(0) > 0x3000 ? "zh-CN" : "en")) {
            var kept = resident.send(resident.prepare(
                    new Telling(telling.category(), typed, telling.words(), telling.answers(), List.of())));
            System.out.printf(Locale.ROOT, "%s: %s at %s%n", kept.reference(), telling.category(), typed);
        }
    }

    private JsonNode post(String path, String json) {
        var answer = dispatcher.postJson(
                path, json, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException(path + " answered " + answer.status() + ": " + answer.text());
        }
        return answer.bytes().length == 0 ? JSON.createObjectNode() : JSON.readTree(answer.bytes());
    }

    /** An id as JSON writes it: a string, or an object around one. */
    private static String id(JsonNode node) {
        return node.isString() ? node.asString() : node.path("value").asString("");
    }
}
