package org.openbeat.app.desk.survey;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.survey.Surveys.Answer;
import org.openbeat.app.desk.survey.Surveys.Counts;
import org.openbeat.app.desk.survey.Surveys.Question;
import org.openbeat.app.desk.survey.Surveys.Survey;
import org.openbeat.app.desk.survey.Surveys.Totals;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.BeatCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSurveys {
    private final JdbcClient jdbc;

    JdbcSurveys(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void ask(ReportId report, String category, AgencyId agency, @Nullable BeatCode beat, Instant at) {
        jdbc.sql("""
                        insert into desk.survey (report, beat, category, agency, asked_at)
                        values (:report, :beat, :category, :agency, :at) on conflict (report) do nothing""")
                .param("report", report.value())
                .param("beat", beat == null ? null : beat.value())
                .param("category", category)
                .param("agency", agency.value())
                .param("at", at.atOffset(UTC))
                .update();
    }

    Optional<Survey> find(ReportId report) {
        return jdbc.sql("select solved, treated from desk.survey where report = :report")
                .param("report", report.value())
                .query((row, number) -> new Survey(report, answer(row, "solved"), answer(row, "treated")))
                .optional();
    }

    private static @Nullable Answer answer(ResultSet row, String column) throws SQLException {
        var answer = row.getString(column);
        return answer == null ? null : Answer.valueOf(answer);
    }

    boolean answer(ReportId report, Question question, Answer answer, Instant at) {
        var sql = switch (question) {
            case SOLVED -> """
                    update desk.survey set solved = :answer, answered_at = coalesce(answered_at, :at)
                    where report = :report and solved is null""";
            case TREATED -> """
                    update desk.survey set treated = :answer, answered_at = coalesce(answered_at, :at)
                    where report = :report and treated is null""";
        };
        return jdbc.sql(sql)
                        .param("answer", answer.name())
                        .param("at", at.atOffset(UTC))
                        .param("report", report.value())
                        .update()
                == 1;
    }

    Totals totals(BeatCode beat, Instant since) {
        return jdbc.sql("""
                        select count(*) as asked,
                            count(*) filter (where solved = 'YES') as solved_yes,
                            count(*) filter (where solved = 'PARTLY') as solved_partly,
                            count(*) filter (where solved = 'NO') as solved_no,
                            count(*) filter (where treated = 'YES') as treated_yes,
                            count(*) filter (where treated = 'PARTLY') as treated_partly,
                            count(*) filter (where treated = 'NO') as treated_no
                        from desk.survey where beat = :beat and asked_at >= :since""")
                .param("beat", beat.value())
                .param("since", since.atOffset(UTC))
                .query((row, number) -> new Totals(row.getInt("asked"), counts(row, "solved"), counts(row, "treated")))
                .single();
    }

    private static Counts counts(ResultSet row, String question) throws SQLException {
        return new Counts(
                row.getInt(question + "_yes"), row.getInt(question + "_partly"), row.getInt(question + "_no"));
    }
}
