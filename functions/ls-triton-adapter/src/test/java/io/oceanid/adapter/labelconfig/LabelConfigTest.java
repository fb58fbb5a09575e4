package io.oceanid.adapter.labelconfig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LabelConfigTest {

    private static final String TEXT = "<Text name='text' value='$text'/>";

    @Test
    void aBlankConfigHasNoControls() {
        assertThat(controls("")).isEmpty();
        assertThat(controls(" \n")).isEmpty();
    }

    @Test
    void labelsMayStandAnywhereWithinTheirControl() {
        assertThat(stored("""
            <View><Labels name='l' toName='text'>
              <Label value='A'/>
              <View><Header value='More'/><View><Label value='B'/></View></View>
              <Style>.x { color: red }</Style>
              <Label value='C'>text that is no label</Label>
            </Labels>%s</View>
            """.formatted(TEXT))).containsExactly("A", "B", "C");
    }

    @Test
    void aLabelOfAnotherControlIsNotOneOfThese() {
        assertThat(stored("""
            <View><Label value='stray'/>
              <Labels name='l' toName='text'><Label value='A'/></Labels>
              <RectangleLabels name='r' toName='image'><Label value='B'/></RectangleLabels>
              <Label value='stray'/>%s</View>
            """.formatted(TEXT))).containsExactly("A");
    }

    @Test
    void anAliasIsWhatIsStored() {
        assertThat(controls("<View><Labels name='l' toName='text'><Label value='Brand' alias='B'/><Label alias='P'/>"
                                + "<Label value='Q' alias=''/><Label/></Labels>" + TEXT + "</View>")
                        .getFirst()
                        .labels())
                .containsExactly(
                        new OfferedLabel("Brand", "B", List.of()),
                        new OfferedLabel("P", "P", List.of()),
                        new OfferedLabel("Q", "Q", List.of()));
    }

    @Test
    void predictedValuesAreAList() {
        assertThat(controls("<View><Labels name='l' toName='text'><Label value='A' predicted_values=' ship, boat ,,'/>"
                                + "</Labels>" + TEXT + "</View>")
                        .getFirst()
                        .labels())
                .containsExactly(new OfferedLabel("A", "A", List.of("ship", "boat")));
    }

    @Test
    void entitiesCommentsAndCharacterDataAreXmls() {
        assertThat(stored("""
            <?xml version="1.0" encoding="UTF-16"?>
            <!-- a <Label value='no'/> -->
            <View><Labels name='l' toName='text'><!-- <Label value='no'/> -->
              <![CDATA[<Label value='no'/>]]>
              <Label value='&#x41; &quot;&lt;&amp;&gt;&quot; &#128674;'/></Labels>%s</View>
            """.formatted(TEXT))).containsExactly("A \"<&>\" 🚢");
    }

    @Test
    void namesCountInAnyCaseAsInTheEditor() {
        assertThat(controls("<view><labels NAME='l' toname='text'><LABEL Value='A'/></labels>"
                        + "<TEXT name='text' value='$text' valuetype='url'/></view>"))
                .singleElement()
                .satisfies(control -> assertThat(control.object().isUrl()).isTrue());
    }

    @Test
    void aDefaultNamespaceChangesNothingAndAPrefixIsAnotherTag() {
        assertThat(stored("<View xmlns='urn:x' xmlns:y='urn:y'><Labels name='l' toName='text'><Label value='A'/>"
                        + "<y:Label value='B'/><Label y:value='C'/></Labels>" + TEXT + "</View>"))
                .containsExactly("A");
    }

    @Test
    void aControlForSeveralTextsCountsOnceForEach() {
        assertThat(controls("<View><Labels name='l' toName='a, b,missing,a'><Label value='A'/></Labels>"
                        + "<Text name='b' value='$b'/><Text name='a' value='$a'/></View>"))
                .extracting(control -> control.object().name())
                .containsExactly("a", "b");
    }

    @Test
    void severalControlsMayShareAText() {
        assertThat(controls(
                        "<View>" + TEXT + "<Labels name='l' toName='text'/><Labels name='m' toName='text'/></View>"))
                .extracting(SpanControl::name)
                .containsExactly("l", "m");
    }

    @Test
    void ofTwoTagsWithOneNameTheLastCounts() {
        assertThat(controls("<View><Labels name='l' toName='text'><Label value='A'/></Labels>"
                        + "<Labels name='l' toName='text'><Label value='B'/></Labels>" + TEXT
                        + "<Text name='text' value='$other'/></View>"))
                .singleElement()
                .satisfies(control -> {
                    assertThat(control.object().path().expression()).isEqualTo("other");
                    assertThat(control.labels()).extracting(OfferedLabel::value).containsExactly("B");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<View><Labels toName='text'/>" + TEXT + "</View>",
                "<View><Labels name='l'/>" + TEXT + "</View>",
                "<View><Labels name='l' toName=''/>" + TEXT + "</View>",
                "<View><Labels name='l' toName='nowhere'/>" + TEXT + "</View>",
                "<View><Labels name='l' toName='text'/><Text value='$text'/></View>",
                "<View><Labels name='l' toName='text'/><Text name='text'/></View>",
                "<View><Labels name='l' toName='text'/><Text name='text' value='a literal'/></View>",
                "<View><Labels name='l' toName='text'/><Text name='text' value='Title: $title'/></View>",
                "<View><Labels name='l' toName='text'/><HyperText name='text' value='$text'/></View>",
                "<View><HyperTextLabels name='l' toName='text'/><HyperText name='text' value='$text'/></View>",
                "<View><ParagraphLabels name='l' toName='text'/><Paragraphs name='text' value='$text'/></View>",
                "<View><Choices name='l' toName='text'><Choice value='A'/></Choices>" + TEXT + "</View>",
                "<View><Repeater on='$texts'><Labels name='l_{{idx}}' toName='text_{{idx}}'/>"
                        + "<Text name='text_{{idx}}' value='$texts[{{idx}}]'/></Repeater></View>"
            })
    void whatCannotTakeSpansOfATextFromTheDataIsLeftOut(String xml) {
        assertThat(controls(xml)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "other", ""})
    void aTextIsPlainUnlessItsEncodingIsKnown(String encoding) {
        assertThat(encoding(encoding)).isEqualTo(TextEncoding.NONE);
    }

    @Test
    void encodedTextsAreDecodedAsTheEditorDoes() {
        assertThat(encoding("base64").decode("QWhveSD8")).isEqualTo("Ahoy ü");
        assertThat(encoding("base64unicode").decode("QWhveSDDvA==")).isEqualTo("Ahoy ü");
        assertThat(encoding("none").decode("QWhveSDDvA==")).isEqualTo("QWhveSDDvA==");
    }

    private static TextEncoding encoding(String name) {
        return controls("<View><Labels name='l' toName='t'/><Text name='t' value='$t' encoding='" + name + "'/></View>")
                .getFirst()
                .object()
                .encoding();
    }

    private static List<String> stored(String xml) {
        return controls(xml).stream()
                .flatMap(control -> control.labels().stream())
                .map(OfferedLabel::stored)
                .toList();
    }

    private static List<SpanControl> controls(String xml) {
        return LabelConfig.parse(xml).controls();
    }
}
