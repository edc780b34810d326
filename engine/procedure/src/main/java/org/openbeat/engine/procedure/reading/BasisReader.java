package org.openbeat.engine.procedure.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openbeat.engine.procedure.pack.Basis;
import org.openbeat.engine.procedure.pack.Citation;
import org.openbeat.engine.procedure.pack.Source;
import org.openbeat.engine.procedure.pack.Verified;

/** Reads where a fact comes from: {@code source: "PSAPL25 art 97; ADMPROC arts 67-68"}. */
final class BasisReader {
    private final Map<String, Source> sources;

    BasisReader(Map<String, Source> sources) {
        this.sources = sources;
    }

    /** The members source, verified and note of {@code fields}; without a source it has no citation. */
    Basis read(Fields fields) {
        var citations = new ArrayList<Citation>();
        fields.find("source").ifPresent(value -> citations.addAll(citations(value)));
        var verified =
                fields.find("verified").map(value -> value.word(Verified.class)).orElse(Verified.YES);
        // A fact can be less sure than the text that it stands in, never surer.
        for (var citation : citations) {
            var source = sources.get(citation.source());
            if (source != null && source.verified().compareTo(verified) > 0) {
                verified = source.verified();
            }
        }
        return new Basis(
                citations, verified, fields.textOr("note", ""), fields.owner().mark());
    }

    List<Citation> citations(YamlValue value) {
        var citations = new ArrayList<Citation>();
        for (var part : value.text().split(";")) {
            citations.add(citation(value, part.strip()));
        }
        return citations;
    }

    private Citation citation(YamlValue value, String text) {
        var space = text.indexOf(' ');
        if (space < 0) {
            value.problem("a source is cited with its article, such as PSAPL25 art 97");
            return new Citation(text, "");
        }
        var name = text.substring(0, space);
        if (!sources.containsKey(name)) {
            value.problem(name + " is not among the sources" + YamlText.maybe(name, sources.keySet()));
        }
        return new Citation(name, text.substring(space + 1).strip());
    }
}
