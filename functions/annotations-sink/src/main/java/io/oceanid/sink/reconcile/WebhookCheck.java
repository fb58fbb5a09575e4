package io.oceanid.sink.reconcile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * What is wrong with the webhooks of a project. Nothing is changed: that is the bootstrapper's.
 *
 * @param wanted the URL that there should be; may be empty
 */
record WebhookCheck(String wanted) {

    /** @param webhooks as Label Studio lists them, those of the organization among them */
    List<String> problems(JsonNode webhooks) {
        List<String> problems = new ArrayList<>();
        boolean there = false;
        for (JsonNode webhook : webhooks.values()) {
            String url = webhook.path("url").asString("");
            there |= isSame(url, wanted);
            if (!webhook.path("is_active").asBoolean(true)) {
                problems.add("webhook %d (%s) is switched off"
                        .formatted(webhook.path("id").asLong(0), shown(url)));
            } else if (isSame(url, wanted) && !webhook.path("send_payload").asBoolean(true)) {
                problems.add("webhook %d (%s) sends no payload"
                        .formatted(webhook.path("id").asLong(0), shown(url)));
            }
        }
        if (!there && !wanted.isBlank()) {
            problems.add("there is no webhook to SINK_WEBHOOK_URL, " + shown(wanted));
        }
        return problems;
    }

    private static boolean isSame(String url, String other) {
        return trimmed(url).equals(trimmed(other));
    }

    private static String trimmed(String url) {
        return url.strip().replaceAll("/+$", "");
    }

    /** Less what may be secret. */
    private static String shown(String url) {
        try {
            URI uri = new URI(url.strip());
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            return uri.getScheme() + "://" + uri.getHost() + port + (uri.getPath() == null ? "" : uri.getPath());
        } catch (URISyntaxException _) {
            return "no URL";
        }
    }
}
