package io.oceanid.source.relay;

import io.oceanid.source.broker.OutgoingEvent;
import io.oceanid.source.broker.Verdict;
import io.oceanid.support.failure.DependencyUnavailableException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of the events of one webhook when its time was over.
 *
 * @param events all of them
 * @param posts those of which something is known
 */
record Delivery(List<OutgoingEvent> events, List<Post> posts) {

    /** An event, and what the broker made of it. */
    record Post(OutgoingEvent event, Verdict verdict) {}

    /** What the sender is to hear, unless all were accepted. */
    Optional<DependencyUnavailableException> failure() {
        long accepted =
                posts.stream().filter(post -> post.verdict().isAccepted()).count();
        if (accepted == events.size()) {
            return Optional.empty();
        }
        String message = "the broker took %d of %d events: %s".formatted(accepted, events.size(), first());
        return Optional.of(new DependencyUnavailableException(message, null));
    }

    /** The first that failed, or else the first that nothing is known of. */
    private String first() {
        return posts.stream()
                .filter(post -> !post.verdict().isAccepted())
                .findFirst()
                .map(post -> said(post.event(), post.verdict().words()))
                .orElseGet(() -> said(unanswered(), "did not answer in time"));
    }

    private OutgoingEvent unanswered() {
        Set<String> known = new HashSet<>();
        posts.forEach(post -> known.add(post.event().id()));
        return events.stream()
                .filter(event -> !known.contains(event.id()))
                .findFirst()
                .orElseThrow();
    }

    private static String said(OutgoingEvent event, String words) {
        return "for " + event.id() + " (" + event.type() + ") it " + words;
    }
}
