package org.openbeat.app.desk.photo;

import static java.time.ZoneOffset.UTC;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.openbeat.app.desk.PhotoId;
import org.openbeat.app.desk.events.ReportId;
import org.openbeat.app.desk.photo.Photos.Size;
import org.openbeat.app.desk.photo.Photos.Stored;
import org.openbeat.app.kernel.Sha256;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPhotos {
    private final JdbcClient jdbc;

    JdbcPhotos(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The same picture of the same draft, when it is there already: sending it again stores nothing new. */
    Optional<PhotoId> find(byte[] draft, Picture picture) {
        return jdbc.sql("select id from desk.photo where draft = :draft and sha256 = :sha256 limit 1")
                .param("draft", draft)
                .param("sha256", Sha256.of(picture.jpeg()))
                .query((row, number) -> new PhotoId(row.getObject("id", UUID.class)))
                .optional();
    }

    boolean add(PhotoId id, byte[] draft, Picture picture, int most, Instant at) {
        return jdbc.sql("""
                                insert into desk.photo (id, draft, stored_at, width, height, sha256, picture, thumbnail)
                                select :id, :draft, :at, :width, :height, :sha256, :picture, :thumbnail
                                where (select count(*) from desk.photo where draft = :draft) < :most""")
                        .param("id", id.value())
                        .param("draft", draft)
                        .param("at", at.atOffset(UTC))
                        .param("width", picture.width())
                        .param("height", picture.height())
                        .param("sha256", Sha256.of(picture.jpeg()))
                        .param("picture", picture.jpeg())
                        .param("thumbnail", picture.thumbnail())
                        .param("most", most)
                        .update()
                == 1;
    }

    void remove(byte[] draft, PhotoId photo) {
        jdbc.sql("delete from desk.photo where id = :id and draft = :draft and report is null")
                .param("id", photo.value())
                .param("draft", draft)
                .update();
    }

    List<Stored> ofDraft(byte[] draft) {
        return jdbc.sql("select id, width, height from desk.photo where draft = :draft order by id")
                .param("draft", draft)
                .query(JdbcPhotos::stored)
                .list();
    }

    List<Stored> ofReport(ReportId report) {
        return jdbc.sql("select id, width, height from desk.photo where report = :report order by id")
                .param("report", report.value())
                .query(JdbcPhotos::stored)
                .list();
    }

    private static Stored stored(ResultSet row, int number) throws SQLException {
        return new Stored(new PhotoId(row.getObject("id", UUID.class)), row.getInt("width"), row.getInt("height"));
    }

    Optional<byte[]> findOfDraft(byte[] draft, PhotoId photo, Size size) {
        var sql = switch (size) {
            case FULL -> "select picture from desk.photo where id = :id and draft = :draft";
            case SMALL -> "select thumbnail from desk.photo where id = :id and draft = :draft";
        };
        return jdbc.sql(sql)
                .param("id", photo.value())
                .param("draft", draft)
                .query(byte[].class)
                .optional();
    }

    Optional<byte[]> findOfReport(ReportId report, PhotoId photo, Size size) {
        var sql = switch (size) {
            case FULL -> "select picture from desk.photo where id = :id and report = :report";
            case SMALL -> "select thumbnail from desk.photo where id = :id and report = :report";
        };
        return jdbc.sql(sql)
                .param("id", photo.value())
                .param("report", report.value())
                .query(byte[].class)
                .optional();
    }
}
