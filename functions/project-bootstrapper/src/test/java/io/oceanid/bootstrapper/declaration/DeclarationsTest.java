package io.oceanid.bootstrapper.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.oceanid.support.failure.InvalidRequestException;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

class DeclarationsTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String SMALLEST = "{name: a, title: Abc, labels: {kind: ner, values: [X]}}";

    private final Declarations declarations =
            new Declarations(new Defaults(null, null, null, Map.of("known", "s3cret")));

    @Test
    void theSmallestDeclarationHasANameATitleAndALabel() {
        ProjectDeclaration declaration = declarations.read(yaml(SMALLEST));

        assertThat(declaration.description()).isEmpty();
        assertThat(declaration.instruction()).isNull();
        assertThat(declaration.labelConfig().xml()).isEqualTo("""
            <View>
              <Labels name="label" toName="text">
                <Label value="X" background="#1f77b4"/>
              </Labels>
              <Text name="text" value="$text"/>
            </View>\
            """);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        name                   | {name: "A b"}
        name                   | {name: null}
        name                   | {name: -a}
        title                  | {title: ab}
        title                  | {title: 7}
        titel                  | {titel: Abcd}
        description            | {description: [a]}
        labels                 | {labels: null}
        labels                 | {labelConfig: <View/>}
        labels                 | {labels: [X]}
        labels.kind            | {labels: {kind: video, values: [X]}}
        labels.data            | {labels: {kind: ner, values: [X], data: "$text"}}
        labels.values          | {labels: {kind: ner, values: []}}
        labels.values          | {labels: {kind: ner, values: [X, X]}}
        labels.values          | {labels: {kind: ner, values: X}}
        labels.values[1]       | {labels: {kind: ner, values: [X, 7]}}
        labels.values[0].colour| {labels: {kind: ner, values: [{value: X, colour: red}]}}
        labelConfig            | {labels: null, labelConfig: <View>}
        labelConfig            | {labels: null, labelConfig: "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><View>&b;</View>"}
        settings.colour        | {settings: {colour: red}}
        settings.color         | {settings: {color: [red]}}
        settings.min_annotations_to_start_training | {settings: {min_annotations_to_start_training: 3, start_training_on_annotation_update: true}}
        backends               | {backends: ["http://a.b", "http://a.b"]}
        backends[0].url        | {backends: [{}]}
        backends[0].url        | {backends: ["ftp://a.b"]}
        backends[0].url        | {backends: ["http://user:password@a.b"]}
        backends[0].url        | {backends: ["http://a b"]}
        backends[0].timeout    | {backends: [{url: "http://a.b", timeout: 0}]}
        backends[0].interactive| {backends: [{url: "http://a.b", interactive: "yes"}]}
        backends[0].extraParams| {backends: [{url: "http://a.b", extraParams: "{}"}]}
        backends[0].login.password | {backends: [{url: "http://a.b", login: {user: a}}]}
        backends[0].login.password | {backends: [{url: "http://a.b", login: {user: a, password: "${secret:none}"}}]}
        webhooks[0].actions    | {webhooks: [{url: "http://a.b", actions: [PROJECT_CREATED]}]}
        webhooks[0].actions[0] | {webhooks: [{url: "http://a.b", actions: [1]}]}
        webhooks[0].headers.a b| {webhooks: [{url: "http://a.b", headers: {a b: c}}]}
        webhooks[0].headers.a  | {webhooks: [{url: "http://a.b", headers: {a: 7}}]}
        tasks                  | {tasks: {}}
        tasks[0]               | {tasks: [text]}
        """)
    void whatDoesNotFitIsRefusedByItsFieldAndByTheSchema(String field, String change) throws IOException {
        ObjectNode declaration = (ObjectNode) yaml(SMALLEST);
        ((ObjectNode) yaml(change)).properties().forEach(one -> {
            declaration.remove(one.getKey());
            if (!one.getValue().isNull()) {
                declaration.set(one.getKey(), one.getValue());
            }
        });

        assertThatThrownBy(() -> declarations.read(declaration))
                .isInstanceOfSatisfying(InvalidRequestException.class, e -> {
                    assertThat(e.field()).isEqualTo(field);
                    assertThat(e).hasMessageStartingWith(field);
                });
        if (!isBeyondASchema(change)) {
            assertThat(ExamplesTest.schema().validate(declaration)).isNotEmpty();
        }
    }

    @Test
    void secretsArePutInAndNotShown() {
        ProjectDeclaration declaration = declarations.read(yaml("""
            name: a
            title: Abc
            labels: {kind: image, values: [X]}
            backends: [{url: "https://a.example.org", login: {user: u, password: "${secret:known}"}}]
            webhooks: [{url: "https://b.example.org", headers: {Authorization: "Bearer ${secret:known}"}}]
            """));

        assertThat(declaration.backends().getFirst().login()).isEqualTo(new BackendDeclaration.Login("u", "s3cret"));
        assertThat(declaration.webhooks().getFirst().headers()).containsEntry("Authorization", "Bearer s3cret");
        assertThat(declaration.toString()).doesNotContain("s3cret");
    }

    @Test
    void labelsAreWrittenAsTheyAre() {
        LabelConfig config = declarations
                .read(yaml("{name: a, title: Abc, labels: {kind: document, values: ['<A & \"B\">', {value: C,"
                        + " alias: c, predictedValues: [x, y]}]}}"))
                .labelConfig();

        assertThat(config.labels()).containsOnlyKeys("choice");
        assertThat(config.labels().get("choice")).containsExactly("<A & \"B\">", "c");
        assertThat(config.xml()).contains("predicted_values=\"x,y\"", "<Pdf name=\"pdf\" value=\"$pdf\"/>");
    }

    @ParameterizedTest
    @CsvSource({"Trade documents (NER), trade-documents-ner", "Fähre & Öl, fahre-ol", "Ship 12, ship-12"})
    void aTitleMakesAName(String title, String name) {
        assertThat(Declarations.slug(title)).isEqualTo(name);
    }

    @Test
    void aTitleOfOtherLettersMakesANameToo() {
        assertThat(Declarations.slug("船舶")).matches("project-[0-9a-f]+").isEqualTo(Declarations.slug("船舶"));
    }

    /** What JSON Schema cannot say: XML, distinct URLs and labels, settings and secrets that are elsewhere. */
    private static boolean isBeyondASchema(String change) {
        return change.contains("labelConfig: <View>")
                || change.contains("DOCTYPE")
                || change.contains("[X, X]")
                || change.contains("\"http://a.b\", \"http://a.b\"")
                || change.contains("backends: [{}]")
                || change.contains("${secret:none}");
    }

    private static JsonNode yaml(String text) {
        return YAML.readTree(text);
    }
}
