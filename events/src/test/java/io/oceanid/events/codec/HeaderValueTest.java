package io.oceanid.events.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.CharacterCodingException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderValueTest {

    @Test
    void theExampleOfTheSpecificationIsWrittenAsItSays() throws Exception {
        assertThat(HeaderValue.encode("Euro € 😀")).isEqualTo("Euro%20%E2%82%AC%20%F0%9F%98%80");
        assertThat(HeaderValue.decode("Euro%20%E2%82%AC%20%F0%9F%98%80")).isEqualTo("Euro € 😀");
    }

    @Test
    void quotesPercentAndControlCharactersAreEscapedAndTheRestOfAsciiIsNot() {
        assertThat(HeaderValue.encode("\"100%\"\r\n\u007f")).isEqualTo("%22100%25%22%0D%0A%7F");
        assertThat(HeaderValue.encode("!#$&'()*+,-./:;<=>?@[\\]^_`{|}~")).isEqualTo("!#$&'()*+,-./:;<=>?@[\\]^_`{|}~");
    }

    @ParameterizedTest
    @CsvSource({
        "%e2%82%ac,€",
        "%41%62c,Abc",
        "%2541,%41",
        "%,%",
        "50% off,50% off",
        "%4,%4",
        "%zz%41,%zzA",
        "é%C3%A9,éé"
    })
    void escapesAreDecodedOnceAndWhatIsNoneStays(String raw, String decoded) throws Exception {
        assertThat(HeaderValue.decode(raw)).isEqualTo(decoded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C0%A0", "%FF", "%F0%9F%98", "%E2x%82%AC", "%ED%A0%80"})
    void bytesThatAreNotUtf8AreRefused(String raw) {
        assertThatThrownBy(() -> HeaderValue.decode(raw)).isInstanceOf(CharacterCodingException.class);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\u0000',
            value = {"\"a b\",a b", "\"a\\\"b\\\\\",a\"b\\", "\",\"", "a\"b\",a\"b\"", "\"a,\"a", "\"a\\\",a\\"})
    void doubleQuotesAroundTheWholeValueAreTakenOff(String raw, String content) {
        assertThat(HeaderValue.unquote(raw)).isEqualTo(content);
    }

    @Property
    void anyTextComesBackFromPrintableAscii(@ForAll String text) throws Exception {
        // an unpaired surrogate is not text
        String unicode = new String(text.getBytes(UTF_8), UTF_8);

        String header = HeaderValue.encode(unicode);

        assertThat(header).matches("[!#-~]*");
        assertThat(HeaderValue.decode(HeaderValue.unquote(header))).isEqualTo(unicode);
    }
}
