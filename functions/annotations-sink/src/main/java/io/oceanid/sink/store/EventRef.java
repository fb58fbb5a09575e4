package io.oceanid.sink.store;

/** What makes an event the one it is: the CloudEvents attributes {@code source} and {@code id}. */
public record EventRef(String source, String id) implements Comparable<EventRef> {

    /** Any order will do, as long as it is the same for everyone: it decides between two states of one moment. */
    @Override
    public int compareTo(EventRef other) {
        int byId = id.compareTo(other.id);
        return byId != 0 ? byId : source.compareTo(other.source);
    }
}
