package io.oceanid.recipes;

import java.time.Duration;

/**
 * What following one recipe may use. DuckDB counts what it stores, sorts, groups and joins; the values that a single call
 * makes it does not, so that the container needs a limit too.
 *
 * @param memoryMegabytes beside the JVM's heap
 * @param diskMegabytes of the scratch folder
 * @param threads that DuckDB computes on
 * @param time for all steps; reading the rows and the result do not count
 */
public record RecipeLimits(int memoryMegabytes, int diskMegabytes, int threads, Duration time) {

    /** 256 MB of memory, 4 GB of disk, 2 threads, 2 minutes. */
    public static final RecipeLimits DEFAULT = new RecipeLimits(256, 4096, 2, Duration.ofMinutes(2));

    public RecipeLimits {
        if (memoryMegabytes < 1 || diskMegabytes < 0 || threads < 1 || !time.isPositive()) {
            throw new IllegalArgumentException("a limit has to be positive");
        }
    }

    /**
     * The defaults, or what the system properties {@code oceanid.recipes.memoryMegabytes}, {@code .diskMegabytes}, {@code
     * .threads} and {@code .seconds} say.
     */
    public static RecipeLimits ofSystem() {
        return new RecipeLimits(
                Integer.getInteger("oceanid.recipes.memoryMegabytes", DEFAULT.memoryMegabytes()),
                Integer.getInteger("oceanid.recipes.diskMegabytes", DEFAULT.diskMegabytes()),
                Integer.getInteger("oceanid.recipes.threads", DEFAULT.threads()),
                Duration.ofSeconds(
                        Long.getLong("oceanid.recipes.seconds", DEFAULT.time().toSeconds())));
    }
}
