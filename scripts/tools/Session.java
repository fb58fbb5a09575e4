import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** People who label: several at once, each with a will of their own. What Label Studio refuses them is passed over. */
final class Session {

    private final LabelStudio labelStudio;
    private final long project;
    private final long seed;
    private final Map<String, Integer> done = new TreeMap<>();

    Session(LabelStudio labelStudio, long project, long seed) {
        this.labelStudio = labelStudio;
        this.project = project;
        this.seed = seed;
    }

    /** What was done, and how often. */
    synchronized Map<String, Integer> done() {
        return Map.copyOf(done);
    }

    void importTasks(long into, int number) throws IOException, InterruptedException {
        List<Object> tasks = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            tasks.add(Map.of("data", Map.of("text", "\uD83D\uDEA2 MV SHIP " + i + " left Santos")));
        }
        labelStudio.post("/api/projects/%d/import".formatted(into), tasks);
        count("imports");
    }

    void run(int people, Duration time) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        long end = System.nanoTime() + time.toNanos();
        for (int i = 0; i < people; i++) {
            Random random = new Random(seed + i);
            threads.add(Thread.ofVirtual().start(() -> label(random, end)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void label(Random random, long end) {
        while (System.nanoTime() < end) {
            try {
                act(random);
                Thread.sleep(random.nextInt(150));
            } catch (IOException e) {
                count("refused"); // such as an annotation of a task that somebody else just deleted
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void act(Random random) throws IOException, InterruptedException {
        Object page = labelStudio.get("/api/tasks?project=%d&page=1&page_size=200&fields=all".formatted(project));
        List<?> tasks = Json.list(page, "tasks");
        if (tasks.size() < 10) {
            importTasks(project, 20);
            return;
        }
        Object task = tasks.get(random.nextInt(tasks.size()));
        long id = Json.number(task, "id");
        List<?> annotations = Json.list(task, "annotations");
        Object annotation = annotations.isEmpty() ? null : annotations.get(random.nextInt(annotations.size()));
        int dice = random.nextInt(100);
        if (dice < 40 || (annotation == null && dice < 70)) {
            annotate(id, random, random.nextInt(8) == 0);
        } else if (dice < 62) {
            change(annotation, random);
        } else if (dice < 70) {
            labelStudio.delete("/api/annotations/%d/".formatted(Json.number(annotation, "id")));
            count("annotations deleted");
        } else if (dice < 76) {
            labelStudio.delete("/api/tasks/%d/".formatted(id));
            count("tasks deleted");
        } else if (dice < 84) {
            labelStudio.patch("/api/tasks/%d/".formatted(id), Map.of("data", Map.of("text", "edited " + random.nextInt())));
            count("tasks edited");
        } else if (dice < 88) {
            importWithAnnotations(random);
        } else if (dice < 94) {
            importTasks(project, 1 + random.nextInt(10));
        } else {
            bulk(dice < 97 ? "delete_tasks_annotations" : "delete_tasks", tasks, random);
        }
    }

    private void annotate(long task, Random random, boolean skipped) throws IOException, InterruptedException {
        labelStudio.post(
                "/api/tasks/%d/annotations/".formatted(task),
                Map.of("result", skipped ? List.of() : result(random), "was_cancelled", skipped));
        count(skipped ? "skipped" : "annotated");
    }

    private void change(Object annotation, Random random) throws IOException, InterruptedException {
        labelStudio.patch(
                "/api/annotations/%d/".formatted(Json.number(annotation, "id")),
                Map.of("result", result(random), "was_cancelled", false));
        count("annotations changed");
    }

    private void importWithAnnotations(Random random) throws IOException, InterruptedException {
        labelStudio.post(
                "/api/projects/%d/import".formatted(project),
                List.of(Map.of(
                        "data",
                        Map.of("text", "\uD83D\uDEA2 MV SHIP left Santos"),
                        "annotations",
                        List.of(Map.of("result", result(random))))));
        count("imports with annotations");
    }

    private void bulk(String action, List<?> tasks, Random random) throws IOException, InterruptedException {
        List<Long> some = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            some.add(Json.number(tasks.get(random.nextInt(tasks.size())), "id"));
        }
        labelStudio.post(
                "/api/dm/actions?id=%s&project=%d".formatted(URLEncoder.encode(action, StandardCharsets.UTF_8), project),
                Map.of("selectedItems", Map.of("all", false, "included", some)));
        count("bulk " + action);
    }

    private static List<Object> result(Random random) {
        List<Object> regions = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int start = random.nextInt(6);
            int end = start + 1 + random.nextInt(6);
            String text = "\uD83D\uDEA2 MV SHIP 0 left Santos";
            regions.add(Map.of(
                    "id", Integer.toHexString(random.nextInt()),
                    "from_name", "label",
                    "to_name", "text",
                    "type", "labels",
                    "value",
                            Map.of(
                                    "start", start,
                                    "end", end,
                                    "text", text.substring(text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end)),
                                    "labels", List.of(random.nextBoolean() ? "VESSEL" : "PORT"))));
        }
        return regions;
    }

    private synchronized void count(String what) {
        done.merge(what, 1, Integer::sum);
    }
}
