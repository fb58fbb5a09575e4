import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a namespace of a cluster holds, by kubectl. */
final class Kubectl {

    private final String namespace;

    Kubectl(String namespace) {
        this.namespace = namespace;
    }

    /** Runs a command of the project, and hands its output through. */
    static boolean run(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
    }

    /** The pods of each function that are not yet gone; functions without any are not told. */
    Map<String, Integer> pods() throws IOException, InterruptedException {
        Map<String, Integer> pods = new TreeMap<>();
        for (Object pod : list("pods", "serving.knative.dev/service")) {
            pods.merge((String) Json.at(pod, "metadata", "labels", "serving.knative.dev/service"), 1, Integer::sum);
        }
        return pods;
    }

    /** The revision of each function that takes requests. */
    Map<String, String> routed() throws IOException, InterruptedException {
        Map<String, String> routed = new TreeMap<>();
        for (Object service : list("services.serving.knative.dev", "app.kubernetes.io/part-of=oceanid")) {
            routed.put(
                    (String) Json.at(service, "metadata", "name"),
                    (String) Json.at(service, "status", "traffic", 0, "revisionName"));
        }
        return routed;
    }

    void patch(String service, String patch) throws IOException, InterruptedException {
        output("patch", "services.serving.knative.dev", service, "--type=merge", "-p", patch);
    }

    void awaitReady(String service) throws IOException, InterruptedException {
        output("wait", "--for=condition=Ready", "services.serving.knative.dev/" + service, "--timeout=120s");
    }

    private List<?> list(String kind, String selector) throws IOException, InterruptedException {
        return Json.list(Json.read(output("get", kind, "-l", selector, "-o", "json")), "items");
    }

    private String output(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("kubectl", "-n", namespace));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", command) + " failed");
        }
        return output;
    }
}
