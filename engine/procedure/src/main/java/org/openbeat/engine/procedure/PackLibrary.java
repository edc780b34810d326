package org.openbeat.engine.procedure;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openbeat.engine.procedure.pack.Pack;
import org.openbeat.engine.procedure.pack.PackId;
import org.openbeat.engine.procedure.pack.VersionRule;

/** The packs that an agency works with; of each family there is one in force on every day, or none. */
public final class PackLibrary {
    private final Map<PackId, Procedure> procedures = new LinkedHashMap<>();

    /** Throws {@link IllegalArgumentException} when two versions of a family are in force on one day. */
    public PackLibrary(List<Pack> packs) {
        for (var pack : packs) {
            packs.stream()
                    .filter(other -> other != pack && overlaps(pack.version(), other.version()))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new IllegalArgumentException(
                                pack.id() + " and " + other.id() + " are in force on one day");
                    });
            procedures.put(pack.id(), Procedure.of(pack));
        }
    }

    private static boolean overlaps(VersionRule one, VersionRule other) {
        return one.family().equals(other.family()) && (one.covers(other.from()) || other.covers(one.from()));
    }

    /** The version of {@code family} for a case with these dates; empty when none covers the date that decides. */
    public Optional<VersionChoice> choose(String family, Map<VersionRule.By, LocalDate> dates) {
        for (var procedure : procedures.values()) {
            var pack = procedure.pack();
            var rule = pack.version();
            var date = dates.get(rule.by());
            if (rule.family().equals(family) && date != null && rule.covers(date)) {
                return Optional.of(new VersionChoice(
                        pack.id(), rule.by(), date, rule.basis().text()));
            }
        }
        return Optional.empty();
    }

    public Procedure get(PackId pack) {
        var procedure = procedures.get(pack);
        if (procedure == null) {
            throw new IllegalArgumentException("there is no pack " + pack);
        }
        return procedure;
    }

    public List<PackId> packs() {
        return List.copyOf(procedures.keySet());
    }
}
