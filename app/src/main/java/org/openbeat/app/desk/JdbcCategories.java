package org.openbeat.app.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openbeat.app.desk.Category.Question;
import org.openbeat.app.desk.Category.Text;
import org.openbeat.app.desk.Category.Urgency;
import org.openbeat.app.kernel.AgencyId;
import org.openbeat.app.kernel.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcCategories {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcCategories(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    List<Category> list() {
        return jdbc.sql("select * from desk.category order by sort, code")
                .query((row, number) -> read(row))
                .list();
    }

    private Category read(ResultSet row) throws SQLException {
        var agency = row.getString("agency");
        return new Category(
                row.getString("code"),
                row.getString("topic"),
                row.getString("icon"),
                text(row, "name"),
                text(row, "description"),
                text(row, "keywords"),
                urgency(row),
                Duration.ofHours(row.getInt("answer_hours")),
                text(row, "basis"),
                Openness.valueOf(row.getString("openness")),
                row.getBoolean("emergency"),
                roles((String[]) row.getArray("readers").getArray()),
                agency == null ? null : new AgencyId(agency),
                row.getBoolean("about_officer"),
                questions(row.getString("questions")),
                row.getObject("closed_at") == null);
    }

    private static Text text(ResultSet row, String column) throws SQLException {
        return new Text(row.getString(column + "_en"), row.getString(column + "_zh"));
    }

    private static @Nullable Urgency urgency(ResultSet row) throws SQLException {
        var type = row.getString("incident_type");
        return type == null ? null : new Urgency(type, row.getInt("priority"));
    }

    private static Set<Role> roles(String[] names) {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream(names).map(Role::valueOf).forEach(roles::add);
        return roles;
    }

    /** As it is written in the table. */
    private record StoredQuestion(
            String code,
            String type,
            boolean required,
            String en,
            String zh,
            @Nullable List<StoredOption> options) {

        Question question() {
            var choices = options == null ? List.<StoredOption>of() : options;
            return new Question(
                    code,
                    Category.Type.valueOf(type.toUpperCase(java.util.Locale.ROOT)),
                    required,
                    new Text(en, zh),
                    choices.stream()
                            .map(option -> new Category.Option(option.key(), new Text(option.en(), option.zh())))
                            .toList());
        }
    }

    private record StoredOption(String key, String en, String zh) {}

    private List<Question> questions(String stored) {
        return Arrays.stream(json.readValue(stored, StoredQuestion[].class))
                .map(StoredQuestion::question)
                .toList();
    }
}
