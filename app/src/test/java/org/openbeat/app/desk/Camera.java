package org.openbeat.app.desk;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;

/** Takes pictures for tests, with all that a real camera writes beside the pixels. */
public final class Camera {
    public static final String SECRET = "Serial 4711 of Made Up";

    private Camera() {}

    /** A picture whose left half is red and whose right half is blue. */
    public static BufferedImage halves(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, width / 2, height);
        pen.setColor(Color.BLUE);
        pen.fillRect(width / 2, 0, width - width / 2, height);
        pen.dispose();
        return image;
    }

    public static byte[] encoded(BufferedImage image, String format) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** A JPEG with Exif: the orientation, the camera's owner, and a GPS position. */
    public static byte[] jpeg(int width, int height, int orientation) {
        var plain = encoded(halves(width, height), "jpg");
        var exif = exif(orientation);
        var bytes = new ByteArrayOutputStream();
        bytes.write(plain, 0, 2);
        bytes.writeBytes(ByteBuffer.allocate(4)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.length + 2))
                .array());
        bytes.writeBytes(exif);
        bytes.write(plain, 2, plain.length - 2);
        return bytes.toByteArray();
    }

    /** TIFF 6.0, big-endian: IFD0 with orientation, artist and a pointer to the GPS directory. */
    private static byte[] exif(int orientation) {
        var artist = (SECRET + "\0").getBytes(StandardCharsets.US_ASCII);
        int directory = 8;
        int gps = directory + 2 + 3 * 12 + 4;
        int rationals = gps + 2 + 4 * 12 + 4;
        int name = rationals + 48;
        var tiff = ByteBuffer.allocate(name + artist.length);
        tiff.put("MM".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(directory);
        tiff.putShort((short) 3);
        entry(tiff, 0x0112, 3, 1, orientation << 16);
        entry(tiff, 0x013b, 2, artist.length, name);
        entry(tiff, 0x8825, 4, 1, gps);
        tiff.putInt(0);
        tiff.putShort((short) 4);
        entry(tiff, 1, 2, 2, 'N' << 24);
        entry(tiff, 2, 5, 3, rationals);
        entry(tiff, 3, 2, 2, 'W' << 24);
        entry(tiff, 4, 5, 3, rationals + 24);
        tiff.putInt(0);
        for (int degree : new int[] {39, 57, 43, 82, 59, 56}) {
            tiff.putInt(degree).putInt(1);
        }
        tiff.put(artist);
        return ByteBuffer.allocate(6 + tiff.capacity())
                .put("Exif\0\0".getBytes(StandardCharsets.US_ASCII))
                .put(tiff.array())
                .array();
    }

    private static void entry(ByteBuffer tiff, int tag, int type, int count, int value) {
        tiff.putShort((short) tag).putShort((short) type).putInt(count).putInt(value);
    }

    /** A PNG of some bytes whose header claims these sides. */
    public static byte[] claiming(int width, int height) {
        var plain = encoded(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB), "png");
        var buffer = ByteBuffer.wrap(plain);
        buffer.putInt(16, width).putInt(20, height);
        var check = new CRC32();
        check.update(plain, 12, 17);
        buffer.putInt(29, (int) check.getValue());
        return plain;
    }
}
