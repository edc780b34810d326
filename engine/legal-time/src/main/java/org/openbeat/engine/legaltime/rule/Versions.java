package org.openbeat.engine.legaltime.rule;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a rule is in each version of the law. No two versions are in force on one day.
 *
 * @param byVersion in the order of their days
 * @param <T> what is versioned: a rule, a list of rules, a pack
 */
public record Versions<T>(Map<LawVersion, T> byVersion) {

    public Versions {
        byVersion = new LinkedHashMap<>(byVersion);
        LawVersion before = null;
        for (var version : byVersion.keySet()) {
            if (before != null && (before.until() == null || !before.until().isBefore(version.from()))) {
                throw new IllegalArgumentException(
                        "%s and %s are in force on one day.".formatted(before.id(), version.id()));
            }
            before = version;
        }
    }

    /**
     * What is in force on a day.
     *
     * @param date in the zone of the jurisdiction
     * @param criterion which day of the case it is, such as {@code filing}; kept with the choice
     */
    public Optional<Selection<T>> find(LocalDate date, EventName criterion) {
        return byVersion.entrySet().stream()
                .filter(entry -> entry.getKey().isInForce(date))
                .findFirst()
                .map(entry -> new Selection<>(entry.getValue(), entry.getKey(), date, criterion));
    }

    /**
     * Whether the law changed between two days of a case, so that somebody must look whether the new one is milder
     * (APL21 art 37).
     */
    public boolean differ(LocalDate one, LocalDate other) {
        return !versionOn(one).equals(versionOn(other));
    }

    private Optional<LawVersion> versionOn(LocalDate date) {
        return byVersion.keySet().stream()
                .filter(version -> version.isInForce(date))
                .findFirst();
    }
}
