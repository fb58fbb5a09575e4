package io.oceanid.support.settings;

/** A setting that leads to nothing usable, such as a file that is not there. Stops the start. */
public final class UnusableSettingException extends RuntimeException {

    /** @param message one line that names the setting; shown to whoever starts the function */
    public UnusableSettingException(String message, Throwable cause) {
        super(message, cause);
    }
}
