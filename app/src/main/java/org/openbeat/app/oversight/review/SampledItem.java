package org.openbeat.app.oversight.review;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing that was drawn.
 *
 * @param number its place in the sample, from 1
 * @param item its id
 * @param reviews one for each of the two reviewers
 */
public record SampledItem(int number, UUID item, List<Review> reviews) {

    public SampledItem {
        reviews = List.copyOf(reviews);
    }

    /**
     * One reviewer's part.
     *
     * @param given null until the reviewer gave their marks
     */
    public record Review(
            String account, String name, @Nullable Given given) {}

    /** Marks, and words that explain them. */
    public record Given(Map<Question, Mark> marks, String remark, Instant at) {
        public Given {
            marks = Map.copyOf(marks);
        }
    }

    /** Both have judged: only now each may know the other's marks. */
    public boolean isComplete() {
        return reviews.stream().allMatch(review -> review.given() != null);
    }

    public long givenCount() {
        return reviews.stream().filter(review -> review.given() != null).count();
    }

    /** Whether it waits for this person. */
    public boolean waitsFor(String account) {
        return reviews.stream().anyMatch(review -> review.account().equals(account) && review.given() == null);
    }

    public boolean isFor(String account) {
        return reviews.stream().anyMatch(review -> review.account().equals(account));
    }

    boolean bothSay(Question question, Mark mark) {
        return reviews.stream().allMatch(review -> mark(review, question) == mark);
    }

    private static @Nullable Mark mark(Review review, Question question) {
        var given = review.given();
        return given == null ? null : given.marks().get(question);
    }
}
