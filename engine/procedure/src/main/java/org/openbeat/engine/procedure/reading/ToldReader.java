package org.openbeat.engine.procedure.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openbeat.engine.procedure.pack.Citation;
import org.openbeat.engine.procedure.pack.Conflict;
import org.openbeat.engine.procedure.pack.Disclosure;
import org.openbeat.engine.procedure.pack.Paper;
import org.openbeat.engine.procedure.pack.QualityItem;

/** Reads what is told: papers, disclosures, questions of quality, conflicts of texts. */
final class ToldReader {
    private final BasisReader basis;
    private final Names names;
    private final PackFiles files;
    private final Fields pack;

    ToldReader(BasisReader basis, Names names, PackFiles files, Fields pack) {
        this.basis = basis;
        this.names = names;
        this.files = files;
        this.pack = pack;
    }

    Map<String, Paper> papers() {
        var papers = new LinkedHashMap<String, Paper>();
        pack.map("papers").forEach((name, value) -> papers.put(name, paper(name, value)));
        return papers;
    }

    private Paper paper(String name, YamlValue value) {
        var fields = value.fields("a paper");
        var file = "documents/" + fields.textOr("file", name + ".md");
        var template = files.texts().get(file);
        if (template == null) {
            value.problem("there is no template " + file);
        }
        var kind = fields.text("kind");
        if (!kind.equals("document") && !kind.equals("notice")) {
            value.problem("a paper is a document or a notice");
        }
        var paper = new Paper(
                name,
                fields.local("title"),
                kind.equals("notice"),
                fields.text("to"),
                file,
                template == null ? "" : template,
                basis.read(fields));
        fields.done();
        return paper;
    }

    List<Disclosure> disclosures() {
        var disclosures = new ArrayList<Disclosure>();
        for (var item : pack.items("disclosures")) {
            disclosures.add(disclosure(item.fields("a disclosure")));
        }
        return disclosures;
    }

    private Disclosure disclosure(Fields fields) {
        var name = fields.text("name");
        var text = fields.local("text");
        var to = fields.text("to");
        var kind = fields.text("kind");
        if (!List.of("basis", "procedure", "outcome").contains(kind)) {
            fields.owner().problem("a disclosure is of the basis, the procedure or the outcome");
        }
        var after = names.step(fields.get("after"));
        var redact = fields.texts("redact");
        var source = basis.read(fields);
        var deferral = fields.find("defer").map(value -> value.fields("a deferral"));
        fields.done();
        if (deferral.isEmpty()) {
            return new Disclosure(name, text, to, kind, after, redact, List.of(), null, 0, source);
        }
        var reasons = deferral.get().texts("reasons");
        var by = names.authority(deferral.get().get("by"));
        var days = (int) deferral.get().get("review-days").number();
        deferral.get().done();
        return new Disclosure(name, text, to, kind, after, redact, reasons, by, days, source);
    }

    List<QualityItem> quality() {
        var quality = new ArrayList<QualityItem>();
        for (var item : pack.items("quality")) {
            quality.add(question(item.fields("a question of quality")));
        }
        return quality;
    }

    private QualityItem question(Fields fields) {
        var name = fields.text("name");
        var text = fields.local("text");
        var weight = (int) fields.get("weight").number();
        QualityItem item = null;
        for (var measure : QualityItem.Measure.values()) {
            var asked = fields.find(measure.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            if (asked.isPresent()) {
                item = new QualityItem(name, text, measure, asked(measure, asked.get()), weight, basis.read(fields));
            }
        }
        if (item == null) {
            fields.owner()
                    .problem("expected clock-kept, step-done, paper-given, satisfaction or assessor;"
                            + " nothing else can be measured");
            item = new QualityItem(name, text, QualityItem.Measure.ASSESSOR, "?", weight, basis.read(fields));
        }
        fields.done();
        return item;
    }

    private String asked(QualityItem.Measure measure, YamlValue value) {
        return switch (measure) {
            case CLOCK_KEPT -> names.clock(value).value();
            case STEP_DONE -> names.step(value).value();
            case PAPER_GIVEN -> names.paper(value);
            case SATISFACTION -> {
                if (!List.of("reporter", "victim", "suspect").contains(value.text())) {
                    value.problem("satisfaction is of the reporter, the victim or the suspect");
                }
                yield value.text();
            }
            case ASSESSOR -> value.text();
        };
    }

    List<Conflict> conflicts() {
        var conflicts = new ArrayList<Conflict>();
        for (var item : pack.items("conflicts")) {
            var fields = item.fields("a conflict");
            var says = new LinkedHashMap<Citation, String>();
            fields.items("says").forEach(text -> {
                var members = text.fields("a text");
                basis.citations(members.get("source")).forEach(citation -> says.put(citation, members.text("text")));
                members.done();
            });
            conflicts.add(new Conflict(
                    fields.text("name"),
                    says,
                    fields.local("taken"),
                    fields.get("protects").word(Conflict.Protects.class),
                    item.mark()));
            fields.done();
        }
        return conflicts;
    }
}
