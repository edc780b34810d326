package org.openbeat.app.desk.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.drew.imaging.ImageMetadataReader;
import com.drew.metadata.exif.ExifDirectoryBase;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.GpsDirectory;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openbeat.app.desk.Camera;
import org.openbeat.app.kernel.Refusal;

class DarkroomTest {
    private final Darkroom darkroom = new Darkroom();

    @Test
    void the_test_camera_writes_what_a_real_one_would() throws Exception {
        var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(Camera.jpeg(60, 40, 6)));
        assertThat(metadata.getFirstDirectoryOfType(GpsDirectory.class)
                        .getGeoLocation()
                        .getLatitude())
                .isBetween(39.96, 39.97);
        assertThat(metadata.getFirstDirectoryOfType(ExifIFD0Directory.class).getString(ExifDirectoryBase.TAG_ARTIST))
                .isEqualTo(Camera.SECRET);
    }

    @Test
    void R51_nothing_that_the_camera_wrote_survives_in_the_picture_or_its_thumbnail() throws Exception {
        var picture = darkroom.develop(Camera.jpeg(600, 400, 1));
        for (var bytes : new byte[][] {picture.jpeg(), picture.thumbnail()}) {
            var metadata = ImageMetadataReader.readMetadata(new ByteArrayInputStream(bytes));
            assertThat(metadata.getDirectoriesOfType(ExifDirectoryBase.class)).isEmpty();
            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).doesNotContain("Exif", "4711");
        }
    }

    @ParameterizedTest(name = "orientation {0} puts red at {1}")
    @CsvSource({"1,left", "2,right", "3,right", "4,left", "5,top", "6,top", "7,bottom", "8,bottom"})
    void a_picture_is_turned_upright_before_its_orientation_is_forgotten(int orientation, String redSide)
            throws Exception {
        var picture = darkroom.develop(Camera.jpeg(60, 40, orientation));
        var image = ImageIO.read(new ByteArrayInputStream(picture.jpeg()));

        assertThat(picture.width() > picture.height()).isEqualTo(orientation < 5);
        assertThat(redSide(image)).isEqualTo(redSide);
    }

    private static String redSide(BufferedImage image) {
        int right = image.getWidth() - 4;
        int bottom = image.getHeight() - 4;
        boolean leftTop = isRed(image, 3, 3);
        if (leftTop && isRed(image, 3, bottom)) {
            return "left";
        }
        if (leftTop && isRed(image, right, 3)) {
            return "top";
        }
        return isRed(image, right, 3) ? "right" : "bottom";
    }

    private static boolean isRed(BufferedImage image, int x, int y) {
        var colour = new Color(image.getRGB(x, y));
        return colour.getRed() > colour.getBlue();
    }

    @Test
    void a_large_picture_becomes_smaller_and_a_small_one_does_not_grow() {
        assertThat(darkroom.develop(Camera.encoded(Camera.halves(4_000, 1_000), "jpg"))
                        .width())
                .isEqualTo(1_600);
        assertThat(darkroom.develop(Camera.encoded(Camera.halves(20, 10), "png"))
                        .width())
                .isEqualTo(20);
    }

    @Test
    void a_picture_that_claims_more_pixels_than_there_is_memory_is_refused_by_its_header() {
        refused(Camera.claiming(60_000, 60_000), "photo-too-many-pixels");
    }

    @Test
    void what_is_no_jpeg_or_png_is_refused_by_its_bytes_whatever_it_is_called() {
        refused("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8), "photo-type");
        refused("GIF89a............".getBytes(StandardCharsets.US_ASCII), "photo-type");
        refused(new byte[0], "photo-type");
        refused("\0\0\0\u0018ftypheic\0\0\0\0mif1heic".getBytes(StandardCharsets.ISO_8859_1), "photo-heic");
    }

    @Test
    void a_thousand_damaged_pictures_are_refused_or_developed_and_nothing_else() {
        var random = RandomGenerator.of("L64X128MixRandom");
        var good = Camera.jpeg(60, 40, 6);
        for (int i = 0; i < 1_000; i++) {
            var bad = Arrays.copyOf(good, 4 + random.nextInt(good.length - 4));
            for (int hit = 0; hit < 5; hit++) {
                bad[3 + random.nextInt(bad.length - 3)] = (byte) random.nextInt();
            }
            try {
                darkroom.develop(bad);
            } catch (Refusal refusal) {
                assertThat(refusal.type()).startsWith("photo-");
            }
        }
    }

    private void refused(byte[] bytes, String type) {
        assertThatThrownBy(() -> darkroom.develop(bytes))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
