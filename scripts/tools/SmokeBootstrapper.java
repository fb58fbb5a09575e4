import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The bootstrapper: the rows of a file of each kind, and a recipe. */
final class SmokeBootstrapper implements NativeSmoke.Round {

    private static final Path PARQUET = Path.of("functions/row-sources/src/test/resources/parquet");

    private final Caller caller;
    private final Checks checks;

    SmokeBootstrapper(Caller caller, Checks checks) {
        this.caller = caller;
        this.checks = checks;
    }

    @Override
    public void requests() throws Exception {
        byte[] cargo = Files.readAllBytes(Subject.Imports.CARGO);
        Object first = rows("CSV", new Form().file("file", "cargo.csv", cargo));
        checks.same("0321483", Json.at(first, 0, "imo"), "with its cells as they stand in it: IMO 0321483");
        List<Object> expected = List.of(Map.of("text", "MV Ægir, 0901.21", "imo", "0321483"));
        checks.same(expected, rows("XLSX", new Form().file("file", "a.xlsx", workbook())), "as they stand in it");
        String row = Json.write(expected.getFirst());
        checks.same(expected, rows("JSON", text("a.json", "[" + row + "]")), "as they stand in it");
        checks.same(expected, rows("JSONL", text("a.jsonl", row + "\n")), "as they stand in it");
        for (String encoding : List.of("windows-1252", "UTF-16LE")) {
            byte[] encoded = "vessel;port\nMV Ægir;Århus\n".getBytes(Charset.forName(encoding));
            Object vessels = rows("CSV in " + encoding, new Form().file("file", "a.csv", encoded));
            checks.same(Map.of("vessel", "MV Ægir", "port", "Århus"), Json.at(vessels, 0), "by a guess, as they stand in it");
        }
        byte[] japanese = "vessel,port\n日本丸,横浜\n海王丸,神戸\n".getBytes(Charset.forName("Shift_JIS"));
        Form shiftJis = new Form().file("file", "a.csv", japanese).text("options", "{\"charset\":\"Shift_JIS\"}");
        checks.same("横浜", Json.at(rows("CSV in Shift_JIS, as said", shiftJis), 0, "port"), "as they stand in it");
        checks.same("MV Ægir", Json.at(rows("plain text", text("a.txt", "MV Ægir")), 0, "text"), "as it stands in it");
        Object document = rows("PDF", new Form().file("file", "a.pdf", pdf("MV Northern Star")));
        checks.same("MV Northern Star\n", Json.at(document, 0, "text"), "with its text");
        checks.same("Star", Json.at(document, 0, "pages", 0, "words", 2, "text"), "and its words");
        for (String compression : List.of("none", "gzip", "snappy", "zstd")) {
            byte[] parquet = Files.readAllBytes(PARQUET.resolve("cargo-%s.parquet".formatted(compression)));
            rows("Parquet, " + compression, new Form().file("file", "cargo.parquet", parquet));
        }
        Form recipe = new Form().file("file", "cargo.csv", cargo).text("recipe", "SELECT upper(vessel) AS text FROM rows");
        checks.same(
                400,
                caller.post("/preview", recipe.type(), recipe.body()).statusCode(),
                "a recipe, for which an executable has no engine: 400");
        checks.same(503, declare().statusCode(), "/plan without a Label Studio: 503");
    }

    private List<?> rows(String kind, Form form) throws IOException, InterruptedException {
        HttpResponse<String> answer = caller.post("/preview", form.type(), form.body());
        Object body = Json.read(answer.body());
        List<?> rows = Json.list(body, "rows");
        checks.that(
                answer.statusCode() == 200 && !rows.isEmpty() && Json.list(body, "problems").isEmpty(),
                answer.statusCode() == 200 && !rows.isEmpty() && Json.list(body, "problems").isEmpty()
                        ? "%s: %d rows".formatted(kind, rows.size())
                        : "%s: %d %s".formatted(kind, answer.statusCode(), answer.body()));
        return rows;
    }

    private HttpResponse<String> declare() throws IOException, InterruptedException {
        return caller.post(
                "/plan",
                "application/yaml",
                Files.readAllBytes(Path.of("functions/project-bootstrapper/examples/own-label-config.yaml")));
    }

    @Override
    public HttpResponse<String> refused() throws Exception {
        Form empty = new Form().file("file", "a.parquet", "PAR1, but no more".getBytes(StandardCharsets.UTF_8));
        return caller.post("/preview", empty.type(), empty.body());
    }

    @Override
    public int refusal() {
        return 400;
    }

    private static Form text(String name, String content) {
        return new Form().file("file", name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] workbook() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, 6)) {
            workbook.row(Workbook.text("text"), Workbook.text("imo"));
            workbook.row(Workbook.text("MV Ægir, 0901.21"), Workbook.text("0321483"));
        }
        return out.toByteArray();
    }

    /** A page with a line of ASCII. */
    private static byte[] pdf(String line) {
        String shown = "BT /F 12 Tf 72 700 Td (%s) Tj ET".formatted(line);
        List<String> objects = List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
                "<</Length %d>>\nstream\n%s\nendstream".formatted(shown.length(), shown),
                "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        StringBuilder table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append("%010d 00000 n \n".formatted(pdf.length()));
            pdf.append("%d 0 obj\n%s\nendobj\n".formatted(i + 1, objects.get(i)));
        }
        int at = pdf.length();
        int size = objects.size() + 1;
        pdf.append("xref\n0 %d\n%strailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n".formatted(size, table, size, at));
        return pdf.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
