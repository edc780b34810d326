package org.openbeat.app.access.policy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;

/**
 * What a reader may list of one kind of item, as a condition for the store's query. Everything is for Openbeat itself.
 *
 * @param agency the reader's agency; null for everything and for nothing
 * @param account the reader's account
 * @param beats the beats for which the reader answers
 * @param relations those that let the reader see an item; empty for everything and for nothing
 */
public record Scope(
        boolean everything, @Nullable AgencyId agency, String account, Set<BeatCode> beats, Set<Relation> relations) {
    public static final Scope EVERYTHING = new Scope(true, null, "", Set.of(), Set.of());
    public static final Scope NOTHING = new Scope(false, null, "", Set.of(), Set.of());

    public Scope {
        beats = Set.copyOf(beats);
        relations = Set.copyOf(relations);
    }

    static Scope of(AgencyId agency, String account, Set<BeatCode> beats, Set<Relation> relations) {
        return new Scope(false, agency, account, beats, relations);
    }

    /**
     * Where the facts of an item stand in a table; all of it text of the program, never of a user.
     *
     * @param agency column of the responsible agency
     * @param sharedWith column with the agencies that it is shared with, an array; null where nothing is shared
     * @param named column with the accounts that it is limited to, an array, null for no limit; null where none has one
     * @param beat column of its beat; null where it has none
     * @param assigned condition under which it is given to the account {@code :scopeAccount}; null where it never is
     */
    public record Columns(
            String agency,
            @Nullable String sharedWith,
            @Nullable String named,
            @Nullable String beat,
            @Nullable String assigned) {}

    /** A condition and the values of its parameters, whose names all begin with {@code scope}. */
    public record Condition(String sql, Map<String, Object> values) {
        public Condition {
            values = Map.copyOf(values);
        }
    }

    /** The same rule as {@link Policy#allows}, in SQL. */
    public Condition on(Columns columns) {
        if (everything) {
            return new Condition("true", Map.of());
        }
        var own = agency;
        if (own == null) {
            return new Condition("false", Map.of());
        }
        var values = new HashMap<String, Object>();
        values.put("scopeAgency", own.value());
        values.put("scopeBelow", own.value() + "/");
        values.put("scopeAccount", account);
        values.put("scopeBeats", beats.stream().map(BeatCode::value).toArray(String[]::new));
        var open = relations.stream()
                .sorted()
                .flatMap(relation -> whileOpen(relation, columns).stream())
                .toList();
        var whole = new ArrayList<String>();
        whole.add(columns.named() == null ? any(open) : "(" + columns.named() + " is null and " + any(open) + ")");
        if (columns.named() != null && relations.contains(Relation.NAMED)) {
            whole.add(":scopeAccount = any(" + columns.named() + ")");
        }
        if (columns.assigned() != null && relations.contains(Relation.MY_ASSIGNMENT)) {
            whole.add(columns.assigned());
        }
        if (relations.contains(Relation.ANYWHERE)) {
            whole.add("true");
        }
        return new Condition(any(whole), values);
    }

    private List<String> whileOpen(Relation relation, Columns columns) {
        return switch (relation) {
            case NAMED, MY_ASSIGNMENT, ANYWHERE -> List.of();
            case MY_BEAT ->
                columns.beat() == null || beats.isEmpty() ? List.of() : List.of(columns.beat() + " = any(:scopeBeats)");
            case MY_AGENCY -> List.of(columns.agency() + " = :scopeAgency");
            case AGENCY_BELOW -> List.of("starts_with(" + columns.agency() + ", :scopeBelow)");
            case AGENCY_ABOVE -> List.of("starts_with(:scopeAgency, " + columns.agency() + " || '/')");
            case SHARED ->
                columns.sharedWith() == null
                        ? List.of()
                        : List.of("(" + columns.sharedWith() + " <> '{}' and exists (select from unnest("
                                + columns.sharedWith()
                                + ") s (with_agency) where with_agency = :scopeAgency"
                                + " or starts_with(with_agency, :scopeBelow)))");
        };
    }

    private static String any(List<String> terms) {
        return terms.isEmpty() ? "false" : "(" + String.join(" or ", terms) + ")";
    }
}
