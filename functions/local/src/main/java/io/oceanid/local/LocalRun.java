package io.oceanid.local;

import io.oceanid.broker.DeliverySpec;
import io.oceanid.broker.LocalBroker;
import io.oceanid.broker.Trigger;
import io.oceanid.events.catalogue.EventType;
import io.oceanid.local.database.DatabaseAddress;
import io.oceanid.local.database.LocalDatabase;
import io.oceanid.local.demo.Demo;
import io.oceanid.local.failure.CannotRunException;
import io.oceanid.local.folder.DataFolder;
import io.oceanid.local.folder.RunLock;
import io.oceanid.local.folder.RunState;
import io.oceanid.local.function.LocalFunction;
import io.oceanid.local.function.LocalFunctions;
import io.oceanid.local.function.Ports;
import io.oceanid.local.function.RunningFunction;
import io.oceanid.local.function.Surroundings;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** One call of {@code scripts/local}. */
final class LocalRun {

    private static final int DATABASE_PORT = 15432;
    private static final int BROKER_PORT = 8083;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Options options;
    private final Lifetime lifetime;
    private final PrintStream out;

    LocalRun(Options options, Lifetime lifetime, PrintStream out) {
        this.options = options;
        this.lifetime = lifetime;
        this.out = out;
    }

    /** Returns when all is said; what was started runs on. */
    void run() {
        DataFolder folder = DataFolder.create(options.folder());
        Optional<RunLock> lock = RunLock.acquire(folder);
        if (lock.isPresent()) {
            lifetime.start(lock::get);
            start(folder);
        } else if (options.demo() && !options.fresh()) {
            LogFile.use(folder.newLog("demo"));
            show(awaitOther(folder), true);
        } else {
            throw alreadyRunning(folder);
        }
    }

    private void start(DataFolder folder) {
        Instant begin = Instant.now();
        RunState.forget(folder);
        LogFile.use(folder.newLog("local"));
        Ports.requireFree(functions());
        if (options.fresh()) {
            LocalDatabase.delete(folder);
            folder.deleteQueue();
        }
        LocalDatabase database = lifetime.start(() ->
                LocalDatabase.start(folder, () -> options.databaseOnly().orElseGet(() -> Ports.freeOr(DATABASE_PORT))));
        DatabaseAddress address = database.address();
        if (options.databaseOnly().isEmpty()) {
            startFunctions(folder, address);
        }
        RunState state = new RunState(
                ProcessHandle.current().pid(),
                LocalFunctions.SINK.at("/"),
                LocalFunctions.ADAPTER.at("/"),
                address.url());
        lifetime.start(() -> state.publish(folder));
        Announcement.lines(functions(), address.url()).forEach(out::println);
        out.printf("ready after %.1f s; the log is %s; Ctrl-C ends all%n", seconds(begin), folder.log("local"));
        if (options.demo()) {
            show(state, !options.once());
        }
        if (!options.once()) {
            Lifetime.waitForSignal();
        }
    }

    private List<LocalFunction> functions() {
        return options.databaseOnly().isPresent() ? List.of() : LocalFunctions.ALL;
    }

    private void startFunctions(DataFolder folder, DatabaseAddress database) {
        LocalBroker broker = lifetime.start(() -> startBroker(folder));
        Surroundings surroundings = new Surroundings(database.url(), broker.url(), options.labelStudio());
        for (LocalFunction function : functions()) {
            lifetime.start(() -> RunningFunction.start(function, surroundings));
        }
    }

    /** What Label Studio is needed for is asked of the sink alone, where there is none. */
    private LocalBroker startBroker(DataFolder folder) {
        List<Trigger> triggers = new ArrayList<>();
        triggers.add(new Trigger("annotations-sink", Set.of(), LocalFunctions.SINK.at("/")));
        if (options.labelStudio().isPresent()) {
            triggers.add(new Trigger(
                    "ls-triton-adapter", Set.of(EventType.TASKS_CREATED.type()), LocalFunctions.ADAPTER.at("/")));
            triggers.add(new Trigger(
                    "project-bootstrapper",
                    Set.of(EventType.PROJECT_CREATED.type()),
                    LocalFunctions.BOOTSTRAPPER.at("/")));
        }
        DeliverySpec delivery = DeliverySpec.to(LocalFunctions.SINK.at("/deadletters"));
        return LocalBroker.start(Ports.freeOr(BROKER_PORT), folder.queue(), triggers, delivery);
    }

    private void show(RunState state, boolean runsOn) {
        Demo.show(state, runsOn, out);
    }

    private static RunState awaitOther(DataFolder folder) {
        Instant end = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(end)) {
            Optional<RunState> state = RunState.read(folder);
            if (state.isPresent()) {
                return state.get();
            }
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        throw alreadyRunning(folder);
    }

    private static CannotRunException alreadyRunning(DataFolder folder) {
        String which = RunState.read(folder)
                .map(state -> " (pid " + state.pid() + ", " + state.sink() + ", " + state.database() + ")")
                .orElse(" and is not ready yet");
        return new CannotRunException("it runs already" + which + "; end that one first, with Ctrl-C or kill");
    }

    private static double seconds(Instant begin) {
        return Duration.between(begin, Instant.now()).toMillis() / 1000.0;
    }
}
