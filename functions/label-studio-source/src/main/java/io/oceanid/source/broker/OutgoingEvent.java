package io.oceanid.source.broker;

import io.cloudevents.CloudEvent;
import io.oceanid.events.codec.CloudEventCodec;
import io.oceanid.events.codec.CloudEventCodec.HttpMessage;

/**
 * An event as it goes over the wire. The tree that it was made of is not kept, which is many times as large.
 *
 * @param type the attribute {@code type}
 */
public record OutgoingEvent(String id, String type, HttpMessage message) {

    /** Encodes an event in binary mode, with the overrides. */
    public static OutgoingEvent of(CloudEvent event, Overrides overrides) {
        return new OutgoingEvent(event.getId(), event.getType(), CloudEventCodec.encodeBinary(overrides.on(event)));
    }
}
