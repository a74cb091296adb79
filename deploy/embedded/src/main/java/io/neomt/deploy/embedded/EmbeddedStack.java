package io.neomt.deploy.embedded;

import io.neomt.deploy.embedded.StackListener.State;
import io.neomt.deploy.embedded.issuer.DevelopmentIssuer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * All that Neo stands on, running: PostgreSQL, Redis, Kafka and the schema registry as child processes on loopback, the
 * issuer of tokens in this process. Whoever starts it closes it; the data stays in its folder.
 */
public final class EmbeddedStack implements AutoCloseable {

    /** Id of the service account; also its external id as a user. */
    public static final String SERVICE_CLIENT = "provisioning-worker";

    /** Id of the key that encrypts passwords of connections. */
    public static final String CONNECTIONS_KEY_ID = "embedded-1";

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final StackListener listener;
    private final StackFolders folders;
    private final DataFolderLock lock;
    private final ProcessLedger ledger;
    private final Children children;
    private final StackParts parts;
    private final StackOptions options;
    private boolean closed;

    private EmbeddedStack(
            StackOptions options,
            StackListener listener,
            StackFolders folders,
            DataFolderLock lock,
            ProcessLedger ledger,
            StackParts parts) {
        this.options = options;
        this.listener = listener;
        this.folders = folders;
        this.lock = lock;
        this.ledger = ledger;
        this.parts = parts;
        this.children = new Children(folders, ledger);
    }

    public static EmbeddedStack start(StackOptions options) {
        return start(options, StackListener.silent());
    }

    /**
     * Returns when every part serves. First ends what a killed owner of the folder left running.
     *
     * @throws StackException with a reason for people: a port is taken, the folder is in use, a part does not start;
     *     nothing is left running then
     */
    public static EmbeddedStack start(StackOptions options, StackListener listener) {
        try {
            StackFolders folders = StackFolders.create(options);
            DataFolderLock lock = DataFolderLock.acquire(folders.run());
            try {
                endLeftProcesses(folders.run(), listener);
                ProcessLedger ledger = new ProcessLedger(folders.run().resolve("processes.json"));
                StackParts parts = StackParts.of(options, folders, listener);
                EmbeddedStack stack = new EmbeddedStack(options, listener, folders, lock, ledger, parts);
                stack.startParts();
                return stack;
            } catch (RuntimeException | IOException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw new StackException("The stack does not start: " + e, e);
        }
    }

    /**
     * Looks whether the data folder is free, before anything is done to it.
     *
     * @throws StackException naming the owner when a stack runs on it
     */
    public static void refuseRunning(Path dataFolder) throws IOException {
        Path run = dataFolder.resolve("run");
        if (Files.isDirectory(run)) {
            DataFolderLock.acquire(run).close();
        }
    }

    /**
     * Ends what a killed owner of the folder left running, without starting anything.
     *
     * @return false when the folder is in use: then nothing is done
     */
    public static boolean endLeftovers(Path dataFolder, StackListener listener) {
        Path run = dataFolder.resolve("run");
        if (!Files.isDirectory(run)) {
            return true;
        }
        try (DataFolderLock lock = DataFolderLock.tryAcquire(run)) {
            if (lock == null) {
                return false;
            }
            endLeftProcesses(run, listener);
            return true;
        } catch (IOException e) {
            throw new StackException("What was left behind cannot be ended: " + e, e);
        }
    }

    private static void endLeftProcesses(Path run, StackListener listener) throws IOException {
        for (Path ledger : StackFolders.ledgers(run)) {
            new ProcessLedger(ledger).endLeftovers(PATIENCE, listener);
        }
    }

    public StackAddresses addresses() {
        return parts.addresses();
    }

    /** The issuer in this process; its keys rotate here. */
    public DevelopmentIssuer issuer() {
        return parts.issuer();
    }

    /** Ends a part where it stands, as with the power of its machine: for tests of what becomes of a platform then. */
    public void kill(Part part) throws InterruptedException {
        children.last(part).stop(StopRequest.KILL, PATIENCE);
    }

    /** Starts a part again that was killed or has ended by itself, where it was and on its data; returns when it serves. */
    public void restart(Part part) throws IOException, InterruptedException {
        Server server = parts.server(part);
        server.prepare();
        server.start(children, options.deadline());
    }

    /** The process of a part, as long as it was started last. */
    public ProcessHandle process(Part part) {
        return children.last(part).handle();
    }

    /** Stops the parts, users before what they use. Those that do not end in time are killed. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        long began = System.nanoTime();
        try {
            Files.deleteIfExists(StackAddresses.fileIn(folders.data()));
            for (List<Server> together : parts.inOrderOfStopping()) {
                Parallel.run(together.stream()
                        .<Parallel.Work>map(server -> () -> stop(server, began))
                        .toList());
            }
            parts.closeIssuer();
            listener.progress(Part.ISSUER, State.STOPPED, since(began));
        } catch (IOException e) {
            throw new StackException("The stack does not stop in order: " + e, e);
        } finally {
            letGo();
        }
    }

    /** Also where stopping was interrupted or failed, nothing is left running. */
    private void letGo() {
        children.abandon();
        try {
            ledger.clear();
            lock.close();
        } catch (IOException e) {
            throw new StackException("The data folder cannot be let go: " + e, e);
        }
    }

    private void startParts() throws IOException {
        long began = System.nanoTime();
        // nobody can close a stack that has not started: a JVM that ends meanwhile ends the children itself
        Thread hook = new Thread(children::abandon, "stack-abandon");
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            Parallel.run(List.of(
                    () -> {
                        start(parts.postgres(), began);
                        start(parts.registry(), began);
                    },
                    () -> start(parts.redis(), began),
                    () -> start(parts.kafka(), began),
                    () -> startIssuer(began)));
            parts.addresses().save(StackAddresses.fileIn(folders.data()));
        } catch (RuntimeException | IOException e) {
            children.abandon();
            parts.closeIssuer();
            ledger.clear();
            throw e;
        } finally {
            forget(hook);
        }
    }

    static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the JVM is ending, and the hook at work
            hook.setName("stack-abandoning");
        }
    }

    private void start(Server server, long began) throws IOException, InterruptedException {
        try {
            listener.progress(server.part(), State.PREPARING, since(began));
            server.prepare();
            listener.progress(server.part(), State.STARTING, since(began));
            server.start(children, options.deadline());
            listener.progress(server.part(), State.READY, since(began));
        } catch (RuntimeException | IOException e) {
            listener.progress(server.part(), State.FAILED, since(began));
            // the others stop waiting
            children.abandon();
            throw e;
        }
    }

    private void startIssuer(long began) throws IOException {
        listener.progress(Part.ISSUER, State.STARTING, since(began));
        parts.startIssuer(options.tokenLifetime());
        listener.progress(Part.ISSUER, State.READY, since(began));
    }

    private void stop(Server server, long began) throws IOException, InterruptedException {
        listener.progress(server.part(), State.STOPPING, since(began));
        server.stop(PATIENCE);
        listener.progress(server.part(), State.STOPPED, since(began));
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }
}
