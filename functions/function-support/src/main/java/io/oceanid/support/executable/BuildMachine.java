package io.oceanid.support.executable;

import java.util.Locale;

/** The machine that builds an executable, which is of the kind that the executable is for. */
public final class BuildMachine {

    private BuildMachine() {}

    /** Whether it is a 64-bit ARM; else it is a 64-bit PC. */
    public static boolean isArm() {
        return System.getProperty("os.arch").toLowerCase(Locale.ROOT).matches("aarch64|arm64");
    }
}
