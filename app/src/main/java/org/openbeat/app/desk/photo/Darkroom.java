package org.openbeat.app.desk.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.Semaphore;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.openbeat.app.kernel.Refusal;
import org.openbeat.app.kernel.Refusal.Kind;
import org.springframework.stereotype.Component;

/** Draws pictures anew: upright, no larger than anyone needs, and with nothing beside their pixels. */
@Component
class Darkroom {
    static final int MOST_BYTES = 12 * 1024 * 1024;

    /** A file of some kilobytes can claim more pixels than there is memory; its header is read before its pixels. */
    static final long MOST_PIXELS = 60_000_000;

    private static final int LONGEST_SIDE = 1_600;
    private static final int LONGEST_THUMBNAIL_SIDE = 480;
    private static final float QUALITY = 0.85f;
    private static final int AT_ONCE = 2;

    /** Decoded pixels are large: a few at once, the others wait. */
    private final Semaphore places = new Semaphore(AT_ONCE);

    /**
     * @throws Refusal {@code photo-too-large}, {@code photo-too-many-pixels}, {@code photo-type}, {@code photo-heic},
     *     {@code photo-unreadable}
     */
    Picture develop(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            throw new Refusal(Kind.TOO_LARGE, "photo-too-large", MOST_BYTES / 1024 / 1024);
        }
        var type = ImageType.of(bytes);
        places.acquireUninterruptibly();
        try {
            var upright = upright(decode(bytes, type), orientation(bytes, type));
            var small = fitted(upright, LONGEST_THUMBNAIL_SIDE);
            return new Picture(upright.getWidth(), upright.getHeight(), encode(upright), encode(small));
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refusal refusal ? refusal : new Refusal(Kind.INVALID, "photo-unreadable");
        } finally {
            places.release();
        }
    }

    private static Orientation orientation(byte[] bytes, ImageType type) {
        return switch (type) {
            case JPEG -> Orientation.ofJpeg(bytes);
            case PNG -> Orientation.UPRIGHT;
        };
    }

    private static BufferedImage decode(byte[] bytes, ImageType type) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(type.reader()).next();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true); // Metadata is not even parsed.
            return decode(reader);
        } finally {
            reader.dispose();
        }
    }

    private static BufferedImage decode(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS) {
            throw new Refusal(Kind.TOO_LARGE, "photo-too-many-pixels", MOST_PIXELS / 1_000_000);
        }
        var how = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE)); // Twice the size needed is enough.
        how.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, how);
    }

    private static BufferedImage upright(BufferedImage decoded, Orientation orientation) {
        var fitted = fitted(decoded, LONGEST_SIDE);
        if (orientation.equals(Orientation.UPRIGHT)) {
            return fitted;
        }
        int width = fitted.getWidth();
        int height = fitted.getHeight();
        var turned = orientation.isOnItsSide() ? blank(height, width) : blank(width, height);
        draw(turned, fitted, orientation.upright(width, height));
        return turned;
    }

    /** Never larger than it was; always drawn on a new, opaque ground. */
    private static BufferedImage fitted(BufferedImage image, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        var ground = blank(scaled(image.getWidth(), scale), scaled(image.getHeight(), scale));
        draw(ground, image, AffineTransform.getScaleInstance(scale, scale));
        return ground;
    }

    private static int scaled(int side, double scale) {
        return Math.max(1, (int) Math.round(side * scale));
    }

    private static BufferedImage blank(int width, int height) {
        return new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    }

    private static void draw(BufferedImage ground, BufferedImage image, AffineTransform how) {
        Graphics2D pen = ground.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, ground.getWidth(), ground.getHeight());
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(image, how, null);
        pen.dispose();
    }

    private static byte[] encode(BufferedImage image) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(output);
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(image, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
