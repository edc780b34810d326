package org.openbeat.engine.legaltime.timeline;

import java.util.Locale;

/** Writes SVG. Colours are attributes of elements, so a page that allows no styles shows them. */
final class Drawing {
    private final StringBuilder svg = new StringBuilder();

    Drawing open(double width, double height, String id, String title, String description) {
        svg.append(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" "
                        + "aria-labelledby=\"%s-title %s-desc\" font-family=\"sans-serif\" font-size=\"13\">",
                width, height, id, id));
        svg.append("<title id=\"").append(id).append("-title\">").append(escaped(title));
        svg.append("</title><desc id=\"").append(id).append("-desc\">").append(escaped(description));
        svg.append("</desc>");
        return this;
    }

    /** Slanted lines, so that standing still is not told by colour alone. */
    Drawing hatch(String id, String colour) {
        svg.append(format(
                "<defs><pattern id=\"%s\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" "
                        + "patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#ffffff\"/>"
                        + "<rect width=\"3\" height=\"6\" fill=\"%s\"/></pattern></defs>",
                id, colour));
        return this;
    }

    Drawing box(double x, double y, double width, double height, String fill) {
        svg.append(format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>",
                x, y, Math.max(0, width), height, fill));
        return this;
    }

    Drawing line(double x1, double y1, double x2, double y2, String colour, String dashes) {
        svg.append(format(
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"%s\"%s/>",
                x1, y1, x2, y2, colour, dashes.isEmpty() ? "" : " stroke-dasharray=\"" + dashes + "\""));
        return this;
    }

    /** Text whose anchor is {@code start}, {@code middle} or {@code end}. */
    Drawing text(double x, double y, String anchor, String words) {
        svg.append(format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"#0b0c0c\">", x, y, anchor));
        svg.append(escaped(words)).append("</text>");
        return this;
    }

    String close() {
        return svg.append("</svg>").toString();
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
