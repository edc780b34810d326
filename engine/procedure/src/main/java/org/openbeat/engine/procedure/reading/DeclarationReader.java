package org.openbeat.engine.procedure.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.openbeat.engine.procedure.cel.CelType;
import org.openbeat.engine.procedure.pack.Amount;
import org.openbeat.engine.procedure.pack.Authority;
import org.openbeat.engine.procedure.pack.AuthorityId;
import org.openbeat.engine.procedure.pack.Fact;
import org.openbeat.engine.procedure.pack.Separation;

/** Reads what the rest of a pack refers to: authorities, facts, amounts. */
final class DeclarationReader {
    private static final Map<String, CelType> TYPES = Map.of(
            "yes-no", CelType.BOOL,
            "number", CelType.INT,
            "text", CelType.STRING,
            "texts", CelType.STRINGS,
            "time", CelType.TIMESTAMP);

    private final Fields pack;
    private final BasisReader basis;
    private final Map<AuthorityId, Authority> authorities = new LinkedHashMap<>();
    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private final Map<String, Amount> amounts = new LinkedHashMap<>();

    DeclarationReader(BasisReader basis, Fields pack) {
        this.pack = pack;
        this.basis = basis;
        pack.map("authorities")
                .forEach((name, value) -> authorities.put(new AuthorityId(name), authority(name, value)));
        pack.map("facts").forEach((name, value) -> facts.put(name, fact(name, value)));
        pack.map("limits").forEach((name, value) -> amounts.put(name, amount(name, value)));
    }

    Map<AuthorityId, Authority> authorities() {
        return authorities;
    }

    Set<String> authorityNames() {
        var names = new LinkedHashSet<String>();
        authorities.keySet().forEach(id -> names.add(id.value()));
        return names;
    }

    Map<String, Fact> facts() {
        return facts;
    }

    Map<String, Amount> amounts() {
        return amounts;
    }

    List<Separation> separations(Names names) {
        var separations = new ArrayList<Separation>();
        for (var item : pack.items("separate")) {
            var fields = item.fields("a separation");
            separations.add(new Separation(names.authorities(fields, "between"), basis.read(fields)));
            fields.done();
        }
        return separations;
    }

    private static Authority authority(String name, YamlValue value) {
        var fields = value.fields("an authority");
        var authority = new Authority(
                new AuthorityId(name),
                fields.local("title"),
                fields.textOr("post", name),
                fields.yes("investigates"),
                value.mark());
        fields.done();
        return authority;
    }

    private static Fact fact(String name, YamlValue value) {
        if (!name.matches("[a-z][a-z0-9_]*")) {
            value.problem("a fact is named as suspect_age is, since guards name it");
        }
        var fields = value.fields("a fact");
        var type = fields.get("type");
        var found = TYPES.get(type.isMapping() ? "" : type.text());
        if (found == null) {
            type.problem("expected yes-no, number, text, texts or time");
        }
        var fact = new Fact(
                name,
                found == null ? CelType.STRING : found,
                fields.local("title"),
                fields.texts("one-of"),
                value.mark());
        fields.done();
        return fact;
    }

    private Amount amount(String name, YamlValue value) {
        var fields = value.fields("a limit");
        var amount = new Amount(
                name, fields.get("value").number(), fields.text("unit"), fields.local("title"), basis.read(fields));
        fields.done();
        return amount;
    }
}
