package org.openbeat.app.desk.photo;

import java.awt.geom.AffineTransform;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, as Exif says (CIPA DC-008, 4.6.5.1.6, tag 0x0112): 1 is upright, 3 upside down, 6 and 8 lie on
 * a side, 2, 4, 5 and 7 are their mirror images. It is read before the rest of the metadata is left behind.
 */
record Orientation(int code) {
    static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final String EXIF = "Exif\0\0";

    /** Of a JPEG; anything that cannot be read is upright. */
    static Orientation ofJpeg(byte[] bytes) {
        try {
            return read(ByteBuffer.wrap(bytes));
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            return UPRIGHT; // A damaged block of metadata, which is thrown away in any case.
        }
    }

    private static Orientation read(ByteBuffer jpeg) {
        int at = 2;
        while ((jpeg.get(at) & 0xff) == 0xff) {
            int marker = jpeg.get(at + 1) & 0xff;
            int length = jpeg.getShort(at + 2) & 0xffff;
            if (marker == APP1 && text(jpeg, at + 4, EXIF.length()).equals(EXIF)) {
                return ofTiff(jpeg.slice(at + 4 + EXIF.length(), length - 2 - EXIF.length()));
            }
            if (marker == START_OF_SCAN) {
                break;
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static Orientation ofTiff(ByteBuffer tiff) {
        tiff.order(text(tiff, 0, 2).equals("II") ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if ((tiff.getShort(entry) & 0xffff) == TAG) {
                int code = tiff.getShort(entry + 8) & 0xffff;
                return code >= 1 && code <= 8 ? new Orientation(code) : UPRIGHT;
            }
        }
        return UPRIGHT;
    }

    private static String text(ByteBuffer bytes, int at, int length) {
        var letters = new byte[length];
        bytes.get(at, letters);
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    /** Whether width and height change places. */
    boolean isOnItsSide() {
        return code >= 5;
    }

    /** Brings a picture of this width and height upright, with its corner at the origin. */
    AffineTransform upright(double width, double height) {
        return switch (code) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
