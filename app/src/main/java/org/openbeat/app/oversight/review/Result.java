package org.openbeat.app.oversight.review;

import java.util.List;

/**
 * What two judgements of each thing add up to, for one question.
 *
 * @param right both say so
 * @param wrong both say so
 * @param unclear both cannot tell
 * @param differ the two do not agree: to be talked over, never averaged
 */
public record Result(Question question, int right, int wrong, int unclear, int differ) {

    static Result of(Question question, List<SampledItem> complete) {
        int right = count(complete, question, Mark.RIGHT);
        int wrong = count(complete, question, Mark.WRONG);
        int unclear = count(complete, question, Mark.CANNOT_TELL);
        return new Result(question, right, wrong, unclear, complete.size() - right - wrong - unclear);
    }

    private static int count(List<SampledItem> complete, Question question, Mark mark) {
        return (int)
                complete.stream().filter(item -> item.bothSay(question, mark)).count();
    }
}
