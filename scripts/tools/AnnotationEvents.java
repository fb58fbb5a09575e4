import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;

/**
 * CloudEvents in binary mode, each of another id, that tell of one annotation of a task of its own: a recorded one with other
 * ids. Ids have 19 digits, so that each request is a copy of one with digits in it replaced.
 */
final class AnnotationEvents implements Supplier<byte[]> {

    static final String TYPE = "io.oceanid.labelstudio.annotation.created.v1";
    static final String SOURCE = "https://label-studio.example.org";

    /** Spans of each annotation. */
    static final int SPANS = 8;

    private static final Path RECORDED =
            Path.of("events/catalogue", TYPE, "examples/ANNOTATION_CREATED-annotation-create.json");

    /** Stand in for ids. */
    private static final long ANNOTATION = 7_000_000_000_000_000_001L;
    private static final long EVENT = 7_000_000_000_000_000_002L;

    private final AtomicLong next;
    private final long first;
    private final LongUnaryOperator annotation;
    private final byte[] request;
    private final List<Integer> annotationPlaces;
    private final List<Integer> eventPlaces;

    /** Of one new annotation each. */
    AnnotationEvents(URI sink, long first) throws IOException {
        this(sink, first, number -> number);
    }

    /**
     * Of annotations by choice.
     *
     * @param first number of an event; 19 digits
     * @param annotation from the number of an event to the id of its annotation, and of that one's task; 19 digits
     */
    AnnotationEvents(URI sink, long first, LongUnaryOperator annotation) throws IOException {
        this.next = new AtomicLong(first);
        this.first = first;
        this.annotation = annotation;
        Object event = Json.read(Files.readString(RECORDED));
        Map<Object, Object> data = copy(Json.at(event, "data"));
        data.put("annotation", with(data.get("annotation"), Map.of("id", ANNOTATION, "task", ANNOTATION)));
        data.put("task", with(data.get("task"), Map.of("id", ANNOTATION)));
        StringBuilder headers = new StringBuilder("Content-Type: application/json\r\n");
        Map.of(
                        "specversion", "1.0",
                        "id", eventId(ANNOTATION, EVENT),
                        "source", SOURCE,
                        "type", TYPE,
                        "subject", "annotations/" + ANNOTATION,
                        "time", Json.at(event, "time"),
                        "dataschema", Json.at(event, "dataschema"),
                        "partitionkey", Json.at(event, "partitionkey"))
                .forEach((name, value) -> headers.append("ce-%s: %s\r\n".formatted(name, value)));
        this.request = Wire.request(sink, "/", headers.toString(), Json.write(data).getBytes(StandardCharsets.UTF_8));
        this.annotationPlaces = places(ANNOTATION);
        this.eventPlaces = places(EVENT);
    }

    static String eventId(long annotation, long event) {
        return "annotations-%d-%d".formatted(annotation, event);
    }

    @Override
    public byte[] get() {
        long event = next.getAndIncrement();
        byte[] copy = request.clone();
        write(annotation.applyAsLong(event), copy, annotationPlaces);
        write(event, copy, eventPlaces);
        return copy;
    }

    long first() {
        return first;
    }

    /** How many were asked for. */
    long count() {
        return next.get() - first;
    }

    private List<Integer> places(long number) {
        String text = new String(request, StandardCharsets.ISO_8859_1);
        String digits = String.valueOf(number);
        List<Integer> places = new ArrayList<>();
        for (int at = text.indexOf(digits); at >= 0; at = text.indexOf(digits, at + 1)) {
            places.add(at);
        }
        return List.copyOf(places);
    }

    private static void write(long number, byte[] into, List<Integer> places) {
        byte[] digits = String.valueOf(number).getBytes(StandardCharsets.ISO_8859_1);
        for (int place : places) {
            System.arraycopy(digits, 0, into, place, digits.length);
        }
    }

    private static Map<Object, Object> with(Object object, Map<String, Object> values) {
        Map<Object, Object> copy = copy(object);
        copy.putAll(values);
        return copy;
    }

    private static Map<Object, Object> copy(Object object) {
        return new LinkedHashMap<>((Map<?, ?>) object);
    }
}
