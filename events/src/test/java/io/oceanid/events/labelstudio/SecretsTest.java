package io.oceanid.events.labelstudio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.oceanid.events.json.EventJson;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

class SecretsTest {

    private static final String WEBHOOK =
            "{\"action\":\"X\",\"project\":{\"id\":1,\"token\" : \"s3cr3t\",\"color\":\"#fff\","
                    + "\"task_data_login\":\"s3cr3t\",\"task_data_password\":\n\"s3cr3t\",\"title\":\"T\"}}";

    @Test
    void wholeTextLosesItsSecretsAndNothingElse() {
        assertThat(redact(WEBHOOK)).isEqualTo(WEBHOOK.replace("s3cr3t", "[redacted]"));
    }

    @Test
    void textCutOffAnywhereLosesItsSecrets() {
        for (int length = 0; length <= WEBHOOK.length(); length++) {
            String cut = WEBHOOK.substring(0, length);
            // the name's own last letters are no secret
            assertThat(redact(cut)).as(cut).doesNotContain("\"s3", "\"s");
        }
    }

    @Test
    void bytesThatAreNotUtf8Stay() {
        byte[] bytes = "\u00ff\u0000\u00c3{\"token\":\"s3\u00ffcr3t\"}\u00fe".getBytes(ISO_8859_1);

        assertThat(new String(Secrets.redact(bytes), ISO_8859_1))
                .isEqualTo("\u00ff\u0000\u00c3{\"token\":\"[redacted]\"}\u00fe");
    }

    @Test
    void charactersOfSeveralBytesStay() {
        assertThat(redact("{\"title\":\"Zürich 🚢\",\"token\":\"ö🚢\","))
                .isEqualTo("{\"title\":\"Zürich 🚢\",\"token\":\"[redacted]\",");
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\u0000', delimiter = '|', textBlock = """
        {"token":"a\\"s3cr3t","id":1   | {"token":"[redacted]","id":1
        {"token":"a\\\\","id":"x"        | {"token":"[redacted]","id":"x"
        {"token":"a\\\\\\"s3cr3t","x":1 | {"token":"[redacted]","x":1
        {"token":"\\u0022s3cr3t"}        | {"token":"[redacted]"}
        {"token":""}                      | {"token":"[redacted]"}
        """)
    void anEscapedQuoteDoesNotEndASecret(String text, String redacted) {
        assertThat(redact(text)).isEqualTo(redacted);
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '\u0000', delimiter = '|', textBlock = """
        {"token":s3cr3t}         | {"token":[redacted]}
        {"token":1234,"id":5}    | {"token":[redacted],"id":5}
        {"token":null,"id":5}    | {"token":null,"id":5}
        {"token": null}          | {"token": null}
        {"token":nulls3cr3t}     | {"token":[redacted]}
        """)
    void aSecretWithoutQuotesIsOneToo(String text, String redacted) {
        assertThat(redact(text)).isEqualTo(redacted);
    }

    @Test
    void jsonInsideAJsonStringLosesItsSecrets() {
        String inner = "{\"token\":\"s3\\\"cr3t\\\\\",\"task_data_login\": \"s3cr3t\",\"title\":\"T\"}";
        String outer = EventJson.text(StringNode.valueOf(inner));

        assertThat(EventJson.read(redact(outer)).stringValue())
                .isEqualTo("{\"token\":\"[redacted]\",\"task_data_login\": \"[redacted]\",\"title\":\"T\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{\"id\":1}", "", "{\"my_token\":\"x\",\"token_count\":\"y\"}", "token: \"x\"", "\"token\" \"x\""
            })
    void textWithoutSecretsStays(String text) {
        assertThat(redact(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"token\":\"", "{\"token\":", "{\\\"token\\\":\\\"", ""})
    void megabytesOfBackslashesAreRedactedWithoutAStackOverflow(String before) {
        byte[] backslashes = new byte[5_000_001];
        Arrays.fill(backslashes, (byte) '\\');

        byte[] redacted = Secrets.redact((before + new String(backslashes, ISO_8859_1)).getBytes(ISO_8859_1));

        assertThat(new String(redacted, ISO_8859_1)).startsWith(before);
    }

    static final String[] ODD_SHAPES = {
        "{'project':{'token':'s3cr3t','id':1}}",
        "{'project':[{'token':'s3cr3t'}]}",
        "{'project':[[{'token':'s3cr3t'}]]}",
        "{'projects':[{'project':{'task_data_login':'s3cr3t'}}]}",
        "{'token':'s3cr3t'}",
        "{'annotation':{'project':{'token':'s3cr3t'}}}",
        "{'task':{'project':{'api_key':'s3cr3t'}},'ml_backend':{'basic_auth_password':'s3cr3t','access_token':'s3cr3t'}}",
        "{'data':{'project':{'token':'s3cr3t'}}}",
        "{'data':[{'label_config':'<View/>','token':'s3cr3t'}]}",
        "{'data':{'anything':{'task_data_password':'s3cr3t','token':'s3cr3t','meta':{'task_data_login':'s3cr3t'}}}}",
        "{'payload':{'old':{'token':['s3cr3t']},'new':{'token':{'value':'s3cr3t'}}}}",
    };

    @ParameterizedTest
    @FieldSource("ODD_SHAPES")
    void noShapeHidesASecret(String json) {
        JsonNode node = json(json);

        Secrets.strip(node);

        assertThat(EventJson.text(node)).doesNotContain("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'task':{'data':{'token':'a column','password':['another']},'meta':{'secret':1}}}",
                "{'annotation':{'result':[{'from_name':'token','value':{'token':'x'}}]}}",
                "{'project':{'id':1,'parsed_label_config':{'token':{'type':'Labels'}},'data_types':{'token':'Text'},"
                        + "'control_weights':{'token':{'overall':1.0}}}}"
            })
    void whatPeopleNamedThemselvesIsNoSecret(String json) {
        JsonNode node = json(json);

        Secrets.strip(node);

        assertThat(node).isEqualTo(json(json));
    }

    private static String redact(String text) {
        return new String(Secrets.redact(text.getBytes(UTF_8)), UTF_8);
    }

    private static JsonNode json(String singleQuoted) {
        return EventJson.read(singleQuoted.replace('\'', '"'));
    }
}
