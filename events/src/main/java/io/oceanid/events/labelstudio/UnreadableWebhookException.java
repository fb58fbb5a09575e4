package io.oceanid.events.labelstudio;

/** Bytes that are no webhook of Label Studio: not a JSON object, or one without an action. */
public final class UnreadableWebhookException extends RuntimeException {

    UnreadableWebhookException(String message) {
        super(message);
    }
}
