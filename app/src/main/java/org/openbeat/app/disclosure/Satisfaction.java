package org.openbeat.app.disclosure;

import org.openbeat.app.desk.survey.Surveys;

/**
 * What people who reported said afterwards. Everyone whose report was closed is asked, so the number asked stands beside
 * the number that answered.
 *
 * @param asked surveys that were offered
 * @param solved answers to "was it dealt with?"
 * @param treated answers to "were you treated fairly?"
 */
public record Satisfaction(int asked, Answers solved, Answers treated) {
    /** Fewer answers say nothing about a beat, and too much about those who gave them. */
    static final int ENOUGH = 5;

    /** How often each answer was given. */
    public record Answers(int yes, int partly, int no) {

        public int total() {
            return yes + partly + no;
        }

        public boolean isEnough() {
            return total() >= ENOUGH;
        }

        public int yesPercent() {
            return percent(yes);
        }

        public int partlyPercent() {
            return percent(partly);
        }

        /** What remains, so that the three make 100. */
        public int noPercent() {
            return 100 - yesPercent() - partlyPercent();
        }

        private int percent(int count) {
            return (int) Math.round(100.0 * count / total());
        }

        public WilsonInterval interval() {
            return WilsonInterval.of(yes, total());
        }

        static Answers of(Surveys.Counts counts) {
            return new Answers(counts.yes(), counts.partly(), counts.no());
        }
    }

    static Satisfaction of(Surveys.Totals totals) {
        return new Satisfaction(totals.asked(), Answers.of(totals.solved()), Answers.of(totals.treated()));
    }
}
