import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Imports into a real Label Studio: a part of {@link TryBootstrapper}. */
final class TryImports {

    private static final String LABEL_CONFIG =
            "<View><Labels name=\"label\" toName=\"text\"><Label value=\"VESSEL\"/></Labels>"
                    + "<Text name=\"text\" value=\"$text\"/></View>";

    /** Cells that readers like to make something else of. */
    private static final List<Map<String, Object>> ROWS = List.of(
            row("Coffee, \"washed\"\nin two lines", "0901.21", "0321483", "NA"),
            row(
                    "\uD83D\uDEA2 MV OCEAN PRIDE \uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67; e\u0301",
                    "1E5",
                    "007",
                    "null"),
            row("  spaces stay  ", "TRUE", "", "=1+1"),
            row("MV NORTHERN STAR", "12345678901234567890", "2024-03-01", "1,5"));

    private final LabelStudio labelStudio;
    private final Checks checks;
    private final TryBootstrapper round;

    TryImports(LabelStudio labelStudio, Checks checks, TryBootstrapper round) {
        this.labelStudio = labelStudio;
        this.checks = checks;
        this.round = round;
    }

    void all() throws IOException, InterruptedException {
        cells();
        workbook();
        recipe();
        brokenRows();
        killed();
    }

    private static Map<String, Object> row(String text, String hs, String imo, String note) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("text", text);
        row.put("hs", hs);
        row.put("imo", imo);
        row.put("note", note);
        return row;
    }

    /** With a byte order mark, semicolons and all cells quoted. */
    private static String csv(List<Map<String, Object>> rows) {
        return Stream.concat(
                        Stream.of(rows.getFirst().keySet().stream()),
                        rows.stream().map(row -> row.values().stream()))
                .map(cells -> cells.map(
                                cell -> "\"%s\"".formatted(String.valueOf(cell).replace("\"", "\"\"")))
                        .collect(Collectors.joining(";")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    private void cells() throws IOException, InterruptedException {
        checks.part("import of a table");
        long project = round.createProject("cells", LABEL_CONFIG);
        Bootstrapper.Answer preview =
                round.bootstrapper().post("/preview?name=cargo.csv&rows=2", "text/csv", csv(ROWS));
        checks.same(ROWS.subList(0, 2), preview.at("rows"), "/preview gives its first rows, cell by cell");
        checks.same(0, round.tasks(project, 10).size(), "and imports none");
        Bootstrapper.Answer first = imported(project, "?name=cargo.csv", csv(ROWS));
        checks.same("4 read, 4 sent, 0 known, 0 skipped", told(first), "imported: " + told(first));
        checks.same(ROWS, data(project), "all cells are in Label Studio as they were in the file");
        Bootstrapper.Answer again = imported(project, "?name=again.csv", csv(ROWS));
        checks.same("4 read, 0 sent, 4 known, 0 skipped", told(again), "imported again: " + told(again));
        checks.same(ROWS, data(project), "each row is there once");
        List<Map<String, Object>> more = new ArrayList<>(ROWS);
        more.add(2, ROWS.getFirst());
        more.add(row("MV NEW", "0303.42", "9074729", "-"));
        Bootstrapper.Answer third = imported(project, "?name=more.csv", csv(more));
        checks.same(
                "6 read, 2 sent, 4 known, 0 skipped", told(third), "with a row added and one repeated: " + told(third));
        asLabelStudioReadsIt();
    }

    /** For comparison: what becomes of columns that are all numbers. */
    private void asLabelStudioReadsIt() throws IOException, InterruptedException {
        byte[] file = "text,hs,imo,note\nMV ONE,0901.21,0321483,NA\n".getBytes(StandardCharsets.UTF_8);
        long own = round.createProject("numbers, read by Label Studio", LABEL_CONFIG);
        labelStudio.postForm("/api/projects/%d/import".formatted(own), new Form().file("file", "cargo.csv", file));
        Object read = data(own).getFirst();
        long project = round.createProject("numbers", LABEL_CONFIG);
        imported(project, new Form().file("file", "cargo.csv", file));
        checks.same(
                List.of(row("MV ONE", "0901.21", "0321483", "NA")),
                data(project),
                "0901.21, 0321483, NA stay; Label Studio's own reader makes of them "
                        + Stream.of("hs", "imo", "note")
                                .map(column -> Json.write(Json.at(read, column)))
                                .collect(Collectors.joining(", ")));
    }

    private void workbook() throws IOException, InterruptedException {
        checks.part("import of a workbook");
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(file, 6)) {
            workbook.row(Workbook.text("text"), Workbook.text("hs"), Workbook.text("imo"), Workbook.text("note"));
            workbook.row(
                    Workbook.text("MV OCEAN PEARL & co\nof Santos"),
                    Workbook.fourDigits(901.21),
                    Workbook.text("0321483"),
                    Workbook.day(45352));
            workbook.row(
                    Workbook.formula("\"MV \"&amp;\"HAI FENG\"", "MV HAI FENG"),
                    Workbook.text("NA"),
                    Workbook.text("=1+1"),
                    Workbook.text("\uD83D\uDEA2"));
        }
        long project = round.createProject("workbook", LABEL_CONFIG);
        Form form = new Form().file("file", "cargo.xlsx", file.toByteArray());
        Bootstrapper.Answer answer = imported(project, form);
        checks.same("2 read, 2 sent, 0 known, 0 skipped", told(answer), "imported: " + told(answer));
        checks.same(
                List.of(
                        row("MV OCEAN PEARL & co\nof Santos", "0901.21", "0321483", "2024-03-01"),
                        row("MV HAI FENG", "NA", "=1+1", "\uD83D\uDEA2")),
                data(project),
                "its cells are in Label Studio as the workbook shows them");
        checks.same("2 read, 0 sent, 2 known, 0 skipped", told(imported(project, form)), "again: none is added");
    }

    private void recipe() throws IOException, InterruptedException {
        checks.part("import by a recipe");
        long project = round.createProject("recipe", LABEL_CONFIG);
        String cargo = "ship,code,hs\nMV OCEAN PEARL,BRSSZ,0901.21\nMT HAI FENG,CNSHA,0303.42\nnobody,XXXXX,NA\n";
        Form form = new Form()
                .file("file", "cargo.csv", cargo.getBytes(StandardCharsets.UTF_8))
                .file(
                        "lookup.ports",
                        "ports.csv",
                        "code,name\nBRSSZ,Santos\nCNSHA,Shanghai\n".getBytes(StandardCharsets.UTF_8))
                .text("recipe", """
                    steps:
                      - SELECT ship || ' left ' || name || '.' AS text, hs FROM rows JOIN ports USING (code)
                      - SELECT text, hs FROM rows ORDER BY hs
                    """);
        Map<String, String> first = new TreeMap<>(Map.of("text", "MT HAI FENG left Shanghai.", "hs", "0303.42"));
        Map<String, String> second = new TreeMap<>(Map.of("text", "MV OCEAN PEARL left Santos.", "hs", "0901.21"));
        checks.same(
                List.of(first, second),
                round.bootstrapper().post("/preview", form.type(), form.body()).at("rows"),
                "/preview gives two texts made of three rows and a lookup, in order");
        Bootstrapper.Answer answer = imported(project, form);
        checks.same(List.of(first, second), data(project), "imported, they are in Label Studio: " + told(answer));
        Bootstrapper.Answer wrong = imported(
                project,
                new Form()
                        .file("file", "cargo.csv", cargo.getBytes(StandardCharsets.UTF_8))
                        .text("recipe", "SELECT prot FROM rows"));
        checks.that(
                wrong.status() == 400 && wrong.detail().contains("prot"),
                "a recipe with a wrong column: %d, %s".formatted(wrong.status(), line(wrong.detail())));
    }

    private void brokenRows() throws IOException, InterruptedException {
        checks.part("rows that cannot be imported");
        long project = round.createProject("broken rows", LABEL_CONFIG);
        String broken = "text,hs\nMV ONE,0901.21\nMV TWO,0901.21,too many\nMV THREE,0303.42\n";
        Bootstrapper.Answer refused = imported(project, "?name=broken.csv&onBroken=refuse", broken);
        checks.that(
                refused.status() == 400
                        && refused.detail().contains("3")
                        && data(project).isEmpty(),
                "onBroken=refuse: %d, %s; and nothing is imported".formatted(refused.status(), refused.detail()));
        Bootstrapper.Answer skipped = imported(project, "?name=broken.csv", broken);
        checks.that(
                told(skipped).equals("3 read, 2 sent, 0 known, 1 skipped")
                        && Json.number(skipped.json(), "problems", 0, "line") == 3,
                "by itself: %s, %s".formatted(told(skipped), Json.write(skipped.at("problems"))));
        Bootstrapper.Answer missing = imported(project, "?name=broken.csv&columns=vessel", broken);
        checks.that(
                missing.status() == 400 && missing.detail().contains("vessel"),
                "a column that has to be and is not: %d, %s".formatted(missing.status(), missing.detail()));
        Bootstrapper.Answer other = imported(project, "?name=other.csv", "title,hs\n" + "MV ONE,0901.21\n".repeat(30));
        checks.that(
                other.status() == 400 && other.detail().contains("text"),
                "rows without what the project labels: %d, %s".formatted(other.status(), other.detail()));
        checks.same(2, data(project).size(), "two tasks are there");
        long gone = round.createProject("gone", LABEL_CONFIG);
        labelStudio.delete("/api/projects/%d/".formatted(gone));
        Bootstrapper.Answer nowhere = imported(gone, "?name=cargo.csv", csv(ROWS));
        checks.same(
                404,
                nowhere.status(),
                "a project that is no more: %d, %s".formatted(nowhere.status(), nowhere.detail()));
    }

    private void killed() throws IOException, InterruptedException {
        int rows = Integer.parseInt(Environment.setting("ROWS", "3000"));
        checks.part("an import of %d rows, cut off by kill -9".formatted(rows));
        List<Map<String, Object>> all = IntStream.range(0, rows)
                .mapToObj(i -> row("Row %d,\nof \"MV OCEAN PEARL\"".formatted(i), "0901.21", "%07d".formatted(i), "NA"))
                .toList();
        byte[] file = csv(all).getBytes(StandardCharsets.UTF_8);
        long project = round.createProject("cut off", LABEL_CONFIG);
        String path = "/projects/%d/import?name=cargo.csv&chunk=100".formatted(project);

        long sent = 0;
        try (Stream<String> lines = round.bootstrapper().events(path, "text/csv", file)) {
            Iterator<String> each = lines.iterator();
            while (sent == 0 && each.hasNext()) {
                sent = Math.max(0, Json.number(data(each.next()), "sent"));
            }
            Bootstrapper.Answer meanwhile = imported(project, "?name=cargo.csv", csv(ROWS));
            checks.same(
                    409,
                    meanwhile.status(),
                    "another import meanwhile: %d, %s".formatted(meanwhile.status(), meanwhile.detail()));
            round.bootstrapper().kill();
        } catch (UncheckedIOException e) {
            // the connection broke, as it should
        }
        int there = round.tasks(project, 2 * rows).size();
        checks.that(
                0 < there && there < rows,
                "killed after %d rows were told as sent; Label Studio has %d".formatted(sent, there));

        round.restart();
        List<Object> progress = new ArrayList<>();
        String last = "";
        Object report = null;
        try (Stream<String> lines = round.bootstrapper().events(path, "text/csv", file)) {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.startsWith("event:")) {
                    last = line.substring(6).strip();
                } else if (line.startsWith("data:")) {
                    report = data(line);
                    if (last.equals("progress")) {
                        progress.add(report);
                    }
                }
            }
        }
        checks.same("done", last, "started and told again, it comes to its end: " + told(report));
        List<Long> reads =
                progress.stream().map(one -> Json.number(one, "read")).toList();
        checks.that(
                !reads.isEmpty() && reads.equals(reads.stream().sorted().toList()),
                "%d events of its progress on the way, never backwards".formatted(reads.size()));
        checks.that(
                Json.number(report, "read") == rows
                        && Json.number(report, "sent") + Json.number(report, "known") == rows
                        && Json.number(report, "known") >= there,
                "what was there is not sent again");
        List<?> stored = data(project);
        checks.that(
                sorted(stored).equals(sorted(all)),
                "%d rows are in Label Studio, each once and cell by cell".formatted(stored.size()));
        Bootstrapper.Answer third = imported(project, "?name=cargo.csv", new String(file, StandardCharsets.UTF_8));
        checks.same(
                "%1$d read, 0 sent, %1$d known, 0 skipped".formatted(rows),
                told(third),
                "a third time: " + told(third));
    }

    private static Object data(String line) {
        return line.startsWith("data:") ? Json.read(line.substring(5)) : null;
    }

    private static List<String> sorted(List<?> rows) {
        return rows.stream().map(Json::write).sorted().toList();
    }

    private Bootstrapper.Answer imported(long project, String query, String file)
            throws IOException, InterruptedException {
        return round.bootstrapper().post("/projects/%d/import%s".formatted(project, query), "text/csv", file);
    }

    private Bootstrapper.Answer imported(long project, Form form) throws IOException, InterruptedException {
        return round.bootstrapper().post("/projects/%d/import".formatted(project), form.type(), form.body());
    }

    private static String told(Bootstrapper.Answer answer) {
        return answer.status() == 200 ? told(answer.json()) : "%d, %s".formatted(answer.status(), answer.text());
    }

    private static String told(Object report) {
        return Stream.of("read", "sent", "known", "skipped")
                .map(count -> Json.number(report, count) + " " + count)
                .collect(Collectors.joining(", "));
    }

    private static String line(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }

    /** Of a project's tasks, in the order in which they came. */
    private List<?> data(long project) throws IOException, InterruptedException {
        return round.tasks(project, 20_000).stream()
                .sorted((a, b) -> Long.compare(Json.number(a, "id"), Json.number(b, "id")))
                .map(task -> Json.at(task, "data"))
                .toList();
    }
}
