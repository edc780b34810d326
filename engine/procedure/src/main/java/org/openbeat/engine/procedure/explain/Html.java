package org.openbeat.engine.procedure.explain;

/** Text as HTML and SVG want it. */
final class Html {
    private Html() {}

    static String of(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">";
    }
}
