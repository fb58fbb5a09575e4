import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What Label Studio sends to {@code /predict}, with texts of random words, the same in each run. */
final class PredictCalls {

    static final String PROJECT = "1.1795426955";

    static final String LABEL_CONFIG = "<View><Labels name=\"label\" toName=\"text\">"
            + List.of("VESSEL", "HS_CODE", "PORT", "COMMODITY", "IMO", "FLAG", "RISK_LEVEL", "DATE").stream()
                    .map("<Label value=\"%s\"/>"::formatted)
                    .collect(Collectors.joining())
            + "</Labels><Text name=\"text\" value=\"$text\"/></View>";

    private static final List<String> WORDS = List.of(
            ("The vessel loaded cargo at the port and left for Rotterdam with coffee under HS 0901.21 on 2024-03-01 ;"
                + " MV NORTHERN STAR IMO 9321483 flag Liberia risk HIGH the bill of lading names Santos as port of"
                + " loading")
                    .split(" "));

    private final Random random = new Random(7);

    /** The next, of so many tasks with so many words each. */
    byte[] next(int tasks, int words) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put(
                "tasks",
                IntStream.range(0, tasks)
                        .mapToObj(i -> Map.of(
                                "id",
                                1000 + i,
                                "data",
                                Map.of("text", text(words)),
                                "meta",
                                Map.of(),
                                "annotations",
                                List.of()))
                        .toList());
        body.put("project", PROJECT);
        body.put("label_config", LABEL_CONFIG);
        body.put("params", Map.of("context", Map.of()));
        return Json.write(body).getBytes(StandardCharsets.UTF_8);
    }

    private String text(int words) {
        return IntStream.range(0, words)
                .mapToObj(_ -> WORDS.get(random.nextInt(WORDS.size())))
                .collect(Collectors.joining(" "));
    }
}
