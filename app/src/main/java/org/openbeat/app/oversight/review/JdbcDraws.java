package org.openbeat.app.oversight.review;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.kernel.Recordable.Subject;
import org.openbeat.app.oversight.events.DrawId;
import org.openbeat.app.oversight.review.SampledItem.Given;
import org.openbeat.app.oversight.review.SampledItem.Review;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/** Draws, what was drawn, and the marks. */
@Repository
class JdbcDraws {
    private static final int NEWEST = 200;

    private static final String REMARKED = """
            remark <> '' and exists (select from oversight.sampled s where s.draw = review.draw
                and s.number = review.number and s.about_id = :id and s.about_kind = :kind)
            """;

    private final JdbcClient jdbc;

    JdbcDraws(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Draw draw) {
        jdbc.sql("""
                        insert into oversight.draw (id, drawn_from, begins_at, ends_at, size, population, secret,
                            announced_by, announced_by_name, announced_at)
                        values (:id, :from, :begin, :end, :size, :population, :secret, :by, :name, :at)""")
                .param("id", draw.id().value())
                .param("from", draw.from().name())
                .param("begin", draw.begin().atOffset(UTC))
                .param("end", draw.end().atOffset(UTC))
                .param("size", draw.size())
                .param("population", new SqlArrayValue("uuid", draw.population().toArray()))
                .param("secret", draw.secret())
                .param("by", UUID.fromString(draw.announced().account()))
                .param("name", draw.announced().name())
                .param("at", draw.announced().at().atOffset(UTC))
                .update();
    }

    void take(DrawId id, Draw.Taken taken) {
        jdbc.sql("""
                        update oversight.draw set words = :words, drawn_by = :by, drawn_by_name = :name, drawn_at = :at
                        where id = :id""")
                .param("id", id.value())
                .param("words", taken.words())
                .param("by", UUID.fromString(taken.step().account()))
                .param("name", taken.step().name())
                .param("at", taken.step().at().atOffset(UTC))
                .update();
    }

    /**
     * Adds a thing that was drawn.
     *
     * @param about what it is about
     * @param reviewers names by account
     */
    void addItem(DrawId draw, int number, UUID item, Subject about, Map<String, String> reviewers) {
        jdbc.sql("""
                        insert into oversight.sampled (draw, number, item, about_kind, about_id)
                        values (:draw, :number, :item, :kind, :about)""")
                .param("draw", draw.value())
                .param("number", number)
                .param("item", item)
                .param("kind", about.kind())
                .param("about", about.id())
                .update();
        reviewers.forEach((account, name) -> jdbc.sql("""
                        insert into oversight.review (draw, number, reviewer, reviewer_name)
                        values (:draw, :number, :reviewer, :name)""")
                .param("draw", draw.value())
                .param("number", number)
                .param("reviewer", UUID.fromString(account))
                .param("name", name)
                .update());
    }

    void give(DrawId draw, int number, String account, Given given) {
        jdbc.sql("""
                        update oversight.review set remark = :remark, given_at = :at
                        where draw = :draw and number = :number and reviewer = :reviewer and given_at is null""")
                .param("remark", given.remark())
                .param("at", given.at().atOffset(UTC))
                .param("draw", draw.value())
                .param("number", number)
                .param("reviewer", UUID.fromString(account))
                .update();
        given.marks()
                .forEach((question, mark) -> jdbc.sql("""
                        insert into oversight.mark (draw, number, reviewer, question, mark)
                        values (:draw, :number, :reviewer, :question, :mark)""")
                        .param("draw", draw.value())
                        .param("number", number)
                        .param("reviewer", UUID.fromString(account))
                        .param("question", question.name())
                        .param("mark", mark.name())
                        .update());
    }

    long remarks(Subject about) {
        return jdbc.sql("select count(*) from oversight.review where " + REMARKED)
                .param("id", about.id())
                .param("kind", about.kind())
                .query(Long.class)
                .single();
    }

    void eraseRemarks(Subject about) {
        jdbc.sql("update oversight.review set remark = '' where " + REMARKED)
                .param("id", about.id())
                .param("kind", about.kind())
                .update();
    }

    /** Without the ids of the populations, which may be 50,000 each. */
    List<DrawSummary> list() {
        return jdbc.sql("""
                        select id, drawn_from, begins_at, ends_at, size, cardinality(population) as among,
                            announced_by_name, drawn_at
                        from oversight.draw order by announced_at desc limit :most""").param("most", NEWEST).query(JdbcDraws::summary).list();
    }

    Optional<Draw> find(DrawId id) {
        return jdbc.sql("select * from oversight.draw where id = :id")
                .param("id", id.value())
                .query(JdbcDraws::draw)
                .optional();
    }

    /** Held until the transaction ends. */
    Optional<Draw> lock(DrawId id) {
        return jdbc.sql("select * from oversight.draw where id = :id for update")
                .param("id", id.value())
                .query(JdbcDraws::draw)
                .optional();
    }

    List<SampledItem> items(DrawId draw) {
        var marks = marks(draw);
        var reviews = new LinkedHashMap<Integer, List<Review>>();
        var items = new LinkedHashMap<Integer, UUID>();
        jdbc.sql("""
                        select s.number, s.item, r.reviewer, r.reviewer_name, r.remark, r.given_at
                        from oversight.sampled s join oversight.review r on r.draw = s.draw and r.number = s.number
                        where s.draw = :draw order by s.number, r.reviewer""").param("draw", draw.value()).query(row -> {
            int number = row.getInt("number");
            items.put(number, row.getObject("item", UUID.class));
            reviews.computeIfAbsent(number, first -> new ArrayList<>()).add(review(row, marks));
        });
        return items.entrySet().stream()
                .map(item ->
                        new SampledItem(item.getKey(), item.getValue(), reviews.getOrDefault(item.getKey(), List.of())))
                .toList();
    }

    private Map<String, Map<Question, Mark>> marks(DrawId draw) {
        var marks = new LinkedHashMap<String, Map<Question, Mark>>();
        jdbc.sql("select number, reviewer, question, mark from oversight.mark where draw = :draw")
                .param("draw", draw.value())
                .query(row -> {
                    marks.computeIfAbsent(key(row), first -> new EnumMap<>(Question.class))
                            .put(Question.valueOf(row.getString("question")), Mark.valueOf(row.getString("mark")));
                });
        return marks;
    }

    private static String key(ResultSet row) throws SQLException {
        return row.getInt("number") + " " + row.getString("reviewer");
    }

    private static Review review(ResultSet row, Map<String, Map<Question, Mark>> marks) throws SQLException {
        var at = instant(row, "given_at");
        var given = at == null ? null : new Given(marks.getOrDefault(key(row), Map.of()), row.getString("remark"), at);
        return new Review(row.getString("reviewer"), row.getString("reviewer_name"), given);
    }

    private static Draw draw(ResultSet row, int number) throws SQLException {
        return new Draw(
                new DrawId(row.getObject("id", UUID.class)),
                DrawnFrom.valueOf(row.getString("drawn_from")),
                row.getObject("begins_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getInt("size"),
                Arrays.asList((UUID[]) row.getArray("population").getArray()),
                row.getBytes("secret"),
                new Draw.Step(
                        row.getString("announced_by"),
                        row.getString("announced_by_name"),
                        row.getObject("announced_at", OffsetDateTime.class).toInstant()),
                taken(row));
    }

    private static DrawSummary summary(ResultSet row, int number) throws SQLException {
        return new DrawSummary(
                new DrawId(row.getObject("id", UUID.class)),
                DrawnFrom.valueOf(row.getString("drawn_from")),
                row.getObject("begins_at", OffsetDateTime.class).toInstant(),
                row.getObject("ends_at", OffsetDateTime.class).toInstant(),
                row.getInt("size"),
                row.getInt("among"),
                row.getString("announced_by_name"),
                instant(row, "drawn_at") != null);
    }

    private static Draw.@Nullable Taken taken(ResultSet row) throws SQLException {
        var at = instant(row, "drawn_at");
        return at == null
                ? null
                : new Draw.Taken(
                        row.getString("words"),
                        new Draw.Step(row.getString("drawn_by"), row.getString("drawn_by_name"), at));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
