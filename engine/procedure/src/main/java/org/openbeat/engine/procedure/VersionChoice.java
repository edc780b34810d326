package org.openbeat.engine.procedure;

import java.time.LocalDate;
import java.util.Locale;
import org.openbeat.engine.procedure.pack.PackId;
import org.openbeat.engine.procedure.pack.VersionRule;

/**
 * Which version of a family of packs a case follows, and why. It is recorded with the case.
 *
 * @param by the date that decided
 * @param date in the zone of the pack
 */
public record VersionChoice(PackId pack, VersionRule.By by, LocalDate date, String article) {
    @Override
    public String toString() {
        return pack + " by the date of " + by.name().toLowerCase(Locale.ROOT) + " " + date + " (" + article + ")";
    }
}
