package org.openbeat.engine.response.roads;

import com.graphhopper.GraphHopper;
import com.graphhopper.config.Profile;
import com.graphhopper.json.Statement;
import com.graphhopper.routing.ev.BusAccess;
import com.graphhopper.routing.ev.OSMWayID;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.ev.RoadEnvironment;
import com.graphhopper.routing.ev.VehicleAccess;
import com.graphhopper.routing.ev.VehicleSpeed;
import com.graphhopper.util.CustomModel;
import com.graphhopper.util.TurnCostsConfig;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import org.openbeat.engine.response.UnreadableMap;

/** Makes the road graph of an extract once and finds it again by the fingerprint of the file. */
final class MapImport {
    /** Counts up when the same file would give another graph, so that old caches are not taken for new ones. */
    private static final String FORMAT = "roads-2-";

    static final String PROFILE = "car";

    private MapImport() {}

    /** The graph in a folder that {@link #folder} gave. */
    static GraphHopper load(Path osm, Path folder) {
        return configured(osm, folder).setAllowWrites(false).importOrLoad();
    }

    /** The folder of the extract's graph; imports it if it is not there. */
    static Path folder(Path osm, Path cache) {
        if (!Files.isRegularFile(osm)) {
            throw new UnreadableMap(osm, "there is no such file.");
        }
        try {
            var folder = cache.resolve(FORMAT + fingerprint(osm).substring(0, 16));
            if (!Files.isDirectory(folder)) {
                importInto(osm, folder);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Works beside the folder and renames at the end: a folder with the final name is always complete. */
    private static void importInto(Path osm, Path folder) throws IOException {
        Files.createDirectories(folder.toAbsolutePath().getParent());
        var work = Files.createTempDirectory(folder.toAbsolutePath().getParent(), "importing-");
        try {
            importOrdered(osm, work);
            Files.move(work.resolve("roads"), folder);
        } catch (IOException e) {
            if (!Files.isDirectory(folder)) { // else another process was faster, with the same result
                throw e;
            }
        } catch (RuntimeException e) {
            throw new UnreadableMap(osm, "it is no OpenStreetMap extract, or has no road for cars.", e);
        } finally {
            delete(work);
        }
    }

    private static void importOrdered(Path osm, Path work) throws IOException {
        var roads = work.resolve("roads");
        try {
            configured(osm, roads).importAndClose();
        } catch (RuntimeException e) {
            if (!OrderedExtract.isOutOfOrder(osm)) {
                throw e;
            }
            delete(roads);
            var ordered = work.resolve("ordered.osm.gz");
            OrderedExtract.write(osm, ordered);
            configured(ordered, roads).importAndClose();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static GraphHopper configured(Path osm, Path folder) {
        // The weight of a way is its time alone: no liking for short ways; turns cost nothing or are forbidden.
        var fastest = new CustomModel()
                .setDistanceInfluence(0.0)
                .addToPriority(Statement.If("!car_access", Statement.Op.MULTIPLY, "0"))
                .addToSpeed(Statement.If("true", Statement.Op.LIMIT, "car_average_speed"));
        var hopper = new GraphHopper();
        hopper.getReaderConfig().setParseWayNames(false); // places has the names
        return hopper.setOSMFile(osm.toString())
                .setGraphHopperLocation(folder.toString())
                .setEncodedValuesString(String.join(
                        ", ",
                        VehicleAccess.key(PROFILE),
                        VehicleSpeed.key(PROFILE),
                        BusAccess.KEY,
                        RoadClass.KEY,
                        RoadEnvironment.KEY,
                        OSMWayID.KEY))
                .setProfiles(new Profile(PROFILE)
                        .setCustomModel(fastest)
                        .setTurnCostsConfig(TurnCostsConfig.car().setUTurnCosts(0)));
    }

    /** SHA-256 of the content, in hexadecimal. */
    private static String fingerprint(Path file) throws IOException {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
