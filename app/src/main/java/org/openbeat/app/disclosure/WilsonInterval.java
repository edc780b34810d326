package org.openbeat.app.disclosure;

/**
 * Between which shares the truth lies with 95 % confidence, when {@code successes} of {@code of} answers were seen.
 *
 * @param low from 0
 * @param high to 1
 * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson 1927</a>
 */
public record WilsonInterval(double low, double high) {
    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    static WilsonInterval of(int successes, int of) {
        if (of <= 0 || successes < 0 || successes > of) {
            throw new IllegalArgumentException("not a share: " + successes + " of " + of);
        }
        double share = (double) successes / of;
        double z2 = Z * Z;
        double centre = (share + z2 / (2 * of)) / (1 + z2 / of);
        double half = Z / (1 + z2 / of) * Math.sqrt(share * (1 - share) / of + z2 / (4.0 * of * of));
        return new WilsonInterval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    public int lowPercent() {
        return (int) Math.round(low * 100);
    }

    public int highPercent() {
        return (int) Math.round(high * 100);
    }
}
