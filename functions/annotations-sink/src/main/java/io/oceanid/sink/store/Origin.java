package io.oceanid.sink.store;

import java.util.Locale;

/** By which way an event came. */
public enum Origin {
    /** As a CloudEvent, from a broker. */
    EVENT,
    /** As a raw webhook of Label Studio's. */
    WEBHOOK,
    /** Nobody sent it: it was found missing when Label Studio was asked. */
    RECONCILE;

    /** As the tables have it. */
    String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
