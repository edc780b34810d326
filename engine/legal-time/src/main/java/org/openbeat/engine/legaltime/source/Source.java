package org.openbeat.engine.legaltime.source;

/**
 * Where a rule or a number stands.
 *
 * @param instrument short name of the law, rule or notice, such as {@code PSAPL25}
 * @param article the article as the instrument numbers it, such as {@code art 118}; may be empty for a whole notice
 * @param verification how well it is known
 */
public record Source(String instrument, String article, Verification verification) {

    public Source {
        if (instrument.isBlank()) {
            throw new IllegalArgumentException("A source names its instrument. Maybe it is the title of the notice.");
        }
    }

    /** A text that was read. */
    public static Source read(String instrument, String article) {
        return new Source(instrument, article, Verification.READ);
    }

    /** A text that was read in part, or in a secondary source. */
    public static Source part(String instrument, String article) {
        return new Source(instrument, article, Verification.PART);
    }

    /** A text that nobody opened. */
    public static Source unverified(String instrument, String article) {
        return new Source(instrument, article, Verification.UNVERIFIED);
    }

    /** Whether a clock may rely on it. */
    public boolean isVerified() {
        return verification != Verification.UNVERIFIED;
    }

    /** Such as {@code PSAPL25 art 118}. */
    @Override
    public String toString() {
        return article.isEmpty() ? instrument : instrument + " " + article;
    }
}
