package org.openbeat.app.oversight.review;

import java.util.List;

/** From what a sample is drawn, and what is asked of each thing of it. */
public enum DrawnFrom {
    /** Look-ups of persons under a purpose or with broken glass. */
    LOOK_UPS(Question.GROUNDS, Question.PURPOSE),
    /** Reports of residents that were closed. */
    CLOSED_REPORTS(Question.CLASSIFICATION, Question.DISPOSITION, Question.GROUNDS, Question.NEW_OR_SUPPLEMENT);

    private final List<Question> questions;

    DrawnFrom(Question... questions) {
        this.questions = List.of(questions);
    }

    public List<Question> questions() {
        return questions;
    }
}
