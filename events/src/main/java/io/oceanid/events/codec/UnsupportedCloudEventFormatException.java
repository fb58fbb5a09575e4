package io.oceanid.events.codec;

/**
 * The message is a CloudEvent in an event format other than JSON, such as {@code application/cloudevents+avro}. To its
 * sender that is a 415, not a 400: nothing needs to be wrong with the event itself.
 */
public final class UnsupportedCloudEventFormatException extends RuntimeException {

    private final String mediaType;

    UnsupportedCloudEventFormatException(String mediaType) {
        super(mediaType + " is not supported: send " + ContentType.STRUCTURED + ", " + ContentType.BATCH
                + ", or the binary mode with ce-* headers");
        this.mediaType = mediaType;
    }

    /** The media type that was sent, in lower case and without its parameters. */
    public String mediaType() {
        return mediaType;
    }
}
