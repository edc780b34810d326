package org.openbeat.app.oversight.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.oversight.review.Draw;
import org.openbeat.app.oversight.review.SampledItem;

/** A draw as text, with all that it takes to repeat it by hand; the rule stands in it. */
final class Protocol {
    private static final String RULE = """
            How to check this draw
            1. SHA-256 of the secret is the commitment, and the RFC 9162 root over the ids below (each leaf the 16 bytes of an
               id, in this order) is the root: both stood in the ledger's entry oversight.draw-announced before the words were
               known.
            2. seed = SHA-256(secret, SHA-256(words in UTF-8), root).
            3. The ids in the order of SHA-256(seed, id), as unsigned numbers: the first are the sample.
            """;

    private Protocol() {}

    static String of(Draw draw, List<SampledItem> items) {
        var text = new StringBuilder();
        line(text, "draw", draw.id());
        line(text, "drawn from", draw.from());
        line(text, "from", draw.begin());
        line(text, "before", draw.end());
        line(text, "size", draw.size());
        line(text, "announced at", draw.announced().at());
        line(text, "commitment", draw.commitment());
        line(text, "root", draw.root());
        var taken = draw.taken();
        if (taken != null) {
            line(text, "drawn at", taken.step().at());
            line(text, "secret", draw.shownSecret());
            line(text, "words", taken.words());
            items.forEach(item -> line(text, "sample " + item.number(), item.item()));
        }
        text.append('\n').append(RULE).append("\nids\n");
        draw.population().forEach(id -> text.append(id).append('\n'));
        return text.toString();
    }

    private static void line(StringBuilder text, String name, @Nullable Object value) {
        text.append(name).append(": ").append(value).append('\n');
    }
}
