import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The sink's page in a real browser. scripts/try-page runs it, and its --help tells what it does. */
final class TryPage {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String USER = "ann";
    private static final String HOSTILE = "<img src=x onerror=\"document.title='run'\"><script>document.title='run'</script>";

    /** What the recorded session has no say in: when it all came, what a model predicted, and how far sweeps are. */
    private static final List<String> MADE_UP = List.of(
            """
            update oceanid.inbox set received_at = now() - (row_number * row_number % 2500) * interval '1 minute'
            from (select source s, id i, row_number() over (order by id) from oceanid.inbox) n where (source, id) = (s, i)
            """,
            """
            insert into oceanid.inbox (source, id, type, digest, mended, origin, received_at)
            select 'made-up', h || '-' || n, 'io.oceanid.labelstudio.annotation.' || (array['created', 'updated'])[1 + n % 2] || '.v1',
                   '', false, (array['event', 'event', 'event', 'reconcile'])[1 + n % 4], now() - h * interval '1 hour' - n * interval '1 second'
            from generate_series(0, 700) h,
                 generate_series(1, (greatest(0, 40 * sin((extract(hour from now() - h * interval '1 hour') - 6) * pi() / 12) + h * 7 % 11))::int) n
            """,
            """
            insert into oceanid.prediction (id, project, task, model_version, score, result, created_at)
            select row_number() over (order by a.task), a.project, a.task, 'ner-7', 0.9,
                   coalesce((select jsonb_agg(case when (a.task + r.ordinal) % 5 = 1
                       then jsonb_set(r.raw, '{value,end}', to_jsonb(r.span_end + 1)) else r.raw end)
                     from oceanid.region r where r.annotation = a.id and r.type = 'labels' and (a.task + r.ordinal) % 7 <> 3), '[]'), now()
            from (select distinct on (task) * from oceanid.current_annotation order by task, id) a
            """,
            """
            insert into oceanid.reconcile_cursor (project, full_sweep, began_at, after_task, swept_at, fully_at)
            select id, case id % 2 when 0 then true end, case id % 2 when 0 then now() - interval '3 minutes' end,
                   case id % 2 when 0 then 14 end, now() - interval '20 minutes', now() - interval '9 hours'
            from oceanid.project
            """);

    private final Checks checks = new Checks();
    private final Browser browser;
    private final FunctionProcess sink;

    private TryPage(Browser browser, FunctionProcess sink) {
        this.browser = browser;
        this.sink = sink;
    }

    /** @param args the folder to work in, the browser, and the file for a picture if one is wanted */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        String password = UUID.randomUUID().toString();
        try (Database database = new Database(folder.resolve("local.jar"), folder.resolve("page"));
                FunctionProcess sink = FunctionProcess.start(
                        folder.resolve("annotations-sink.jar"),
                        folder.resolve("log/annotations-sink.log"),
                        List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx256m"),
                        false,
                        Map.of("DATABASE_URL", database.url(), "BASIC_AUTH_USER", USER, "BASIC_AUTH_PASS", password, "WEBHOOK_SECRET", password));
                Browser browser = new Browser(args[1], USER, password)) {
            TryPage page = new TryPage(browser, sink);
            page.empty();
            page.fill(database, password);
            page.filled();
            page.everywhere(folder.resolve("page"), args.length > 2 ? Path.of(args[2]) : null);
            page.hostile(password);
            page.unreachable();
            System.exit(page.checks.differences() == 0 ? 0 : 1);
        }
    }

    private void empty() throws Exception {
        checks.part("an empty database");
        browser.window(1200, 900, 1);
        browser.open(sink.url() + "/");
        awaitReading();
        checks.same(1, browser.askedForLogin(), "the browser is asked for the login once, and not for what the page asks");
        checks.that(count("main .note").equals(6L), "each part says that there is nothing: " + value("[...document.querySelectorAll('main .note')].map(n => n.textContent).join(' ')"));
        noErrors();
    }

    private void fill(Database database, String secret) throws Exception {
        try (Caller caller = new Caller(sink.url())) {
            for (String webhook : new RecordedSession().webhooks()) {
                post(caller, webhook, secret);
            }
            post(caller, "{\"action\": \"ANNOTATION_CREATED\", \"annotation\": 5}", secret);
        }
        try (Connection connection = DriverManager.getConnection("jdbc:" + database.url().replace("oceanid@", "") + "?user=oceanid");
                Statement statement = connection.createStatement()) {
            for (String sql : MADE_UP) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private void filled() throws Exception {
        checks.part("a recorded session");
        refresh();
        choose("1");
        await("document.querySelector('#agreement canvas') && document.querySelector('#labels canvas')", "project 1");
        checks.same(3L, value("[...document.querySelectorAll('canvas')].filter(c => c.getContext('2d')"
                + ".getImageData(0, 0, c.width, c.height).data.some(byte => byte !== 0)).length"), "three plots are drawn");
        checks.same(6L, count("main table"), "six tables stand beside them");
        checks.same(0L, value("[...document.querySelectorAll('table')].filter(t => !t.caption?.textContent"
                + " || [...t.querySelectorAll('th')].some(th => !th.scope)).length"), "each has a caption, and headers that say of what");
        checks.same(0L, count("[role=img]:not([aria-label]), select:not(label select), input:not(label input)"),
                "plots and controls have names");
        Object labels = value("[...document.querySelectorAll('#labels tbody tr')].map(row => [row.cells[0].textContent, Number(row.cells[1].textContent)])");
        checks.that(!Json.list(labels).isEmpty(), "labels are counted: " + Json.write(labels));
        click("input[value=day]");
        await("document.querySelector('#events caption')?.textContent === 'Events by day'", "events by day");
        checks.same(30L, count("#events tbody tr"), "thirty days of events");
        click("input[value=hour]");
        await("document.querySelector('#events caption')?.textContent === 'Events by hour'", "events by hour");
        String before = (String) value("document.querySelector('#labels').textContent");
        String other = (String) value("[...document.querySelector('#project').options].find(o => !o.selected).value");
        choose(other);
        await("document.querySelector('#labels').textContent !== " + Json.write(before), "the labels of project " + other);
        checks.ok("another project has other labels");
        choose("1");
        await("document.querySelector('#labels').textContent !== '' && document.querySelector('#agreement canvas')", "project 1");
        noErrors();
    }

    private void everywhere(Path folder, Path picture) throws Exception {
        checks.part("screens");
        for (String scheme : List.of("light", "dark")) {
            browser.prefer(scheme);
            for (int width : new int[] {1200, 390}) {
                browser.window(width, 850, width < 600 ? 2 : 1);
                await("[...document.querySelectorAll('.plot')].every(p => Math.abs(p.querySelector('.uplot').clientWidth - p.clientWidth) < 2)", "plots as wide as their places");
                checks.that((boolean) value("document.documentElement.scrollWidth <= innerWidth"), "nothing sticks out at " + width + " pixels, " + scheme);
                Files.write(folder.resolve("page-%s-%d.png".formatted(scheme, width)), browser.picture());
            }
        }
        browser.prefer("light");
        browser.window(1200, 850, 1);
        if (picture != null) {
            await("document.querySelector('.uplot').clientWidth > 800", "the wide plot");
            Files.write(picture, browser.picture());
        }
        noErrors();
    }

    private void hostile(String secret) throws Exception {
        checks.part("a label that is markup");
        Object task = Map.of("id", 900, "project", 1, "updated_at", "2026-11-23T00:00:00Z", "data", Map.of("text", "MV Example"));
        Object region = Map.of("id", "h", "from_name", "label", "to_name", "text", "type", "labels",
                "value", Map.of("start", 0, "end", 2, "labels", List.of(HOSTILE)));
        Object annotation = Map.of("id", 900, "task", 900, "project", 1, "updated_at", "2026-11-23T00:00:00Z",
                "was_cancelled", false, "result", List.of(region));
        try (Caller caller = new Caller(sink.url())) {
            Object project = Map.of("id", 1, "title", HOSTILE, "updated_at", "2030-01-01T00:00:00Z");
            post(caller, Json.write(Map.of("action", "ANNOTATION_CREATED", "annotation", annotation, "task", task, "project", project)), secret);
            post(caller, Json.write(Map.of("action", "PROJECT_UPDATED", "project", project)), secret);
        }
        refresh();
        String found = "[...document.querySelectorAll('%s')].some(e => e.textContent.includes(" + Json.write(HOSTILE) + "))";
        checks.that((boolean) value(found.formatted("#labels th")), "a label stands there as it is");
        checks.that((boolean) value(found.formatted("#project option")), "so does the title of a project");
        checks.same(0L, count("main img, main script"), "and neither has become markup");
        checks.same("Annotations", value("document.title"), "nor was run");
        noErrors();
    }

    private void unreachable() throws Exception {
        checks.part("no sink");
        String url = sink.url();
        sink.close();
        refresh();
        checks.that(count("[role=alert]").equals(6L) && !((String) value("document.body.textContent")).contains("undefined"),
                "each part says what is wrong: " + value("[...new Set([...document.querySelectorAll('[role=alert]')].map(n => n.textContent))].join(' ')"));
        List<String> elsewhere = browser.requests().stream().filter(request -> !request.startsWith(url + "/")).toList();
        checks.same(List.of(), elsewhere, "of %d requests, all went to the sink".formatted(browser.requests().size()));
    }

    private void refresh() throws Exception {
        click("#refresh");
        awaitReading();
    }

    private void awaitReading() throws Exception {
        await("document.querySelector('#as-of')?.textContent.startsWith('As of') && !document.querySelector('#refresh').disabled", "the page has read");
        // plots are drawn once their size is known
        await("[...document.querySelectorAll('.plot')].every(p => p.querySelector('canvas'))", "the plots are there");
    }

    private void await(String condition, String what) throws Exception {
        Eventually.within(PATIENCE, what, () -> Boolean.TRUE.equals(value("Boolean(" + condition + ")")));
    }

    private void click(String selector) throws Exception {
        value("document.querySelector(" + Json.write(selector) + ").click()");
    }

    private void choose(String project) throws Exception {
        value("{const s = document.querySelector('#project'); s.value = '%s'; s.dispatchEvent(new Event('change', {bubbles: true}))}".formatted(project));
    }

    private Object count(String selector) throws Exception {
        return value("document.querySelectorAll(" + Json.write(selector) + ").length");
    }

    private Object value(String expression) throws IOException, InterruptedException {
        return browser.value(expression);
    }

    private void noErrors() {
        checks.same(List.of(), browser.errors(), "no error on the console");
    }

    private static void post(Caller caller, String webhook, String secret) throws IOException, InterruptedException {
        int status = caller.post("/webhook", "application/json", webhook.getBytes(StandardCharsets.UTF_8), "X-Webhook-Secret", secret).statusCode();
        if (status != 204) {
            throw new IOException("the sink answers a webhook with " + status);
        }
    }
}
