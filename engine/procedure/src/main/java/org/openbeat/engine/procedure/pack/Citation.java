package org.openbeat.engine.procedure.pack;

/**
 * A place in a source.
 *
 * @param source the source's name in the pack
 * @param place the article, section or paragraph as the source counts them
 */
public record Citation(String source, String place) {
    @Override
    public String toString() {
        return source + " " + place;
    }
}
