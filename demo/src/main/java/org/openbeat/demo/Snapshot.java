package org.openbeat.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A photo as a telephone takes it: with a note of the place and the camera in its metadata. */
final class Snapshot {
    /** What must not survive. */
    static final String SECRET = "GPS 45.0007 N 29.9996 W, camera 4711";

    private Snapshot() {}

    static byte[] darkStreet() {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x0b1026), 0, 480, new Color(0x2b2f45)));
        graphics.fillRect(0, 0, 640, 480);
        graphics.setColor(new Color(0x15171f));
        graphics.fillRect(90, 120, 150, 360);
        graphics.fillRect(410, 80, 170, 400);
        graphics.setColor(new Color(0x55585f));
        graphics.fillRect(318, 150, 8, 330);
        graphics.fillOval(300, 130, 44, 26);
        graphics.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return withMetadata(out.toByteArray());
    }

    /** Puts an Exif segment (JPEG marker APP1) right after the start of the image. */
    private static byte[] withMetadata(byte[] jpeg) {
        var note = ("Exif\0\0" + SECRET).getBytes(StandardCharsets.US_ASCII);
        int length = note.length + 2;
        var all = new byte[jpeg.length + note.length + 4];
        all[0] = jpeg[0];
        all[1] = jpeg[1];
        all[2] = (byte) 0xff;
        all[3] = (byte) 0xe1;
        all[4] = (byte) (length >> 8);
        all[5] = (byte) length;
        System.arraycopy(note, 0, all, 6, note.length);
        System.arraycopy(jpeg, 2, all, 6 + note.length, jpeg.length - 2);
        return all;
    }

    static boolean isJpeg(byte[] bytes) {
        return bytes.length > 3 && (bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8;
    }

    /** Whether any of it can still be read. */
    static boolean tells(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.contains(SECRET) || text.contains("Exif") || Arrays.equals(bytes, darkStreet());
    }
}
