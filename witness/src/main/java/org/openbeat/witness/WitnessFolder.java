package org.openbeat.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.openbeat.engine.tlog.Checkpoint;
import org.openbeat.engine.tlog.CosignerKey;
import org.openbeat.engine.tlog.MalformedException;
import org.openbeat.engine.tlog.SignedNote;
import org.openbeat.engine.tlog.UnverifiedException;
import org.openbeat.engine.tlog.VerifierKey;
import org.openbeat.engine.tlog.Witness;

/**
 * Everything that a witness must keep, in one folder of one process: its key, the logs that it watches, the newest
 * checkpoint of each, and the evidence against logs that contradicted themselves.
 */
public final class WitnessFolder implements Witness.Memory, AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WitnessFolder.class.getName());

    /** More evidence than this against one log says nothing new, and would fill the disk. */
    private static final int MOST_EVIDENCE = 100;

    private final Path folder;
    private final FileChannel lock;
    private final CosignerKey key;
    private final List<VerifierKey> logs;
    private final Map<String, SignedNote> newest = new ConcurrentHashMap<>();

    private WitnessFolder(Path folder, FileChannel lock, CosignerKey key, List<VerifierKey> logs) {
        this.folder = folder;
        this.lock = lock;
        this.key = key;
        this.logs = logs;
    }

    /**
     * Opens the folder, makes it and the key at the first time, and adds logs to those that are watched.
     *
     * @param name the witness's name, needed at the first time only; best an address without its scheme
     * @param more keys of further logs; they are remembered
     * @throws WitnessException in words for the operator, if that can't be done
     */
    public static WitnessFolder open(Path folder, Optional<String> name, List<VerifierKey> more, SecureRandom random) {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var lock = lock(folder);
            try {
                var opened = new WitnessFolder(
                        folder,
                        lock,
                        key(new DurableFile(folder.resolve("witness.skey")), name, random),
                        logs(new DurableFile(folder.resolve("logs.vkeys")), more));
                opened.readMemory();
                return opened;
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new WitnessException("The folder " + folder + " can't be used: " + e.getMessage(), e);
        } catch (MalformedException e) {
            throw new WitnessException("A file in " + folder + " is damaged: " + e.getMessage(), e);
        }
    }

    /** The operating system lets go of it when the process dies, however it dies. */
    private static FileChannel lock(Path folder) throws IOException {
        var channel =
                FileChannel.open(folder.resolve("witness.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // Held by this process already.
        }
        channel.close();
        throw new WitnessException("Another witness runs on the folder " + folder + ".");
    }

    private static CosignerKey key(DurableFile file, Optional<String> name, SecureRandom random) throws IOException {
        if (!file.exists()) {
            var chosen = name.orElseThrow(() -> new WitnessException(
                    "A new witness needs a name that stays, such as --name newspaper.example/openbeat-witness"));
            file.write(CosignerKey.generate(chosen, random).format() + "\n");
        }
        var key = CosignerKey.parse(file.read().strip());
        if (name.filter(wanted -> !wanted.equals(key.verifierKey().name())).isPresent()) {
            throw new WitnessException("This folder holds the key of %s; its name can't be changed."
                    .formatted(key.verifierKey().name()));
        }
        return key;
    }

    private static List<VerifierKey> logs(DurableFile file, List<VerifierKey> more) throws IOException {
        var logs = new LinkedHashSet<VerifierKey>();
        if (file.exists()) {
            file.read()
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .forEach(line -> logs.add(VerifierKey.parse(line)));
        }
        int known = logs.size();
        logs.addAll(more);
        for (VerifierKey log : logs) {
            if (log.isWitness()) {
                throw new WitnessException("This is the key of a witness, not of a log: " + log);
            }
        }
        if (logs.size() > known) {
            var text = new StringBuilder();
            logs.forEach(log -> text.append(log.format()).append('\n'));
            file.write(text.toString());
        }
        return List.copyOf(logs);
    }

    /** A memory that can't be read must not pass for one that was never written: the witness would vouch for anything. */
    private void readMemory() throws IOException {
        for (VerifierKey log : logs) {
            var file = checkpointFile(log.name());
            if (!file.exists()) {
                continue;
            }
            var note = SignedNote.parse(file.read());
            var checkpoint = Checkpoint.parse(note.text());
            requireOurs(file.path(), note);
            if (!checkpoint.origin().equals(log.name())) {
                throw new MalformedException(file.path() + " is of the log " + checkpoint.origin());
            }
            newest.put(log.name(), note);
        }
    }

    private void requireOurs(Path file, SignedNote note) {
        try {
            if (!note.cosignatures(List.of(key.verifierKey())).isEmpty()) {
                return;
            }
        } catch (UnverifiedException e) {
            // Told below.
        }
        throw new MalformedException(file + " is not signed by this witness");
    }

    public CosignerKey key() {
        return key;
    }

    /** The keys of the logs that are watched. */
    public List<VerifierKey> logs() {
        return logs;
    }

    @Override
    public Optional<SignedNote> newest(String origin) {
        return Optional.ofNullable(newest.get(origin));
    }

    @Override
    public void remember(String origin, SignedNote checkpoint) {
        try {
            checkpointFile(origin).write(checkpoint.format());
            newest.put(origin, checkpoint);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remember the checkpoint of " + origin, e);
        }
    }

    @Override
    public void keepEvidence(String origin, SignedNote remembered, SignedNote refused) {
        var evidence = folder.resolve("evidence").resolve(hash(origin));
        var file = new DurableFile(evidence.resolve(hash(refused.text()) + ".txt"));
        try {
            Files.createDirectories(evidence);
            try (var there = Files.list(evidence)) {
                if (file.exists() || there.count() >= MOST_EVIDENCE) {
                    return;
                }
            }
            file.write(remembered.format() + "\n" + refused.format());
        } catch (IOException e) {
            // What was refused stays refused; the answer matters more than the copy.
            LOG.log(System.Logger.Level.ERROR, "The evidence against " + origin + " could not be kept.", e);
        }
    }

    private DurableFile checkpointFile(String origin) {
        return new DurableFile(folder.resolve(hash(origin) + ".checkpoint"));
    }

    /** Names of logs may hold anything; names of files may not. */
    static String hash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
