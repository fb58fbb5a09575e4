package io.oceanid.adapter.testing;

import io.oceanid.adapter.model.Entity;
import io.oceanid.adapter.model.EntityModel;
import io.oceanid.adapter.model.Outcome;
import io.oceanid.events.text.CodePoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import reactor.core.publisher.Mono;

/** Finds in texts the words that it was told to, and fails on the texts that it was told to fail on. */
public final class ScriptedModel implements EntityModel {

    private final Map<String, String> words = new ConcurrentHashMap<>();
    private final Map<String, Throwable> failures = new ConcurrentHashMap<>();
    private final List<List<String>> calls = new CopyOnWriteArrayList<>();
    private double score = 0.9;

    /** Finds a word, the first time that it stands in a text. */
    public ScriptedModel finding(String word, String label) {
        words.put(word, label);
        return this;
    }

    /** Scores what it finds. */
    public ScriptedModel scoring(double other) {
        score = other;
        return this;
    }

    /** Fails on a text. */
    public ScriptedModel failingOn(String text, Throwable failure) {
        failures.put(text, failure);
        return this;
    }

    /** Fails no more. */
    public ScriptedModel recovered() {
        failures.clear();
        return this;
    }

    /** The texts of each call so far. */
    public List<List<String>> calls() {
        return List.copyOf(calls);
    }

    @Override
    public String version() {
        return "scripted-1";
    }

    @Override
    public Mono<List<Outcome>> read(List<String> texts) {
        return Mono.fromSupplier(() -> {
            calls.add(texts);
            return texts.stream().map(this::outcome).toList();
        });
    }

    private Outcome outcome(String text) {
        Throwable failure = failures.get(text);
        if (failure != null) {
            return new Outcome.Failed(failure);
        }
        List<Entity> entities = new ArrayList<>();
        words.forEach((word, label) -> {
            int at = text.indexOf(word);
            if (at >= 0) {
                int start = text.codePointCount(0, at);
                entities.add(new Entity(start, start + new CodePoints(word).length(), label, score));
            }
        });
        return new Outcome.Found(entities);
    }
}
