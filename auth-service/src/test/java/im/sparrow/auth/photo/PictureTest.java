package im.sparrow.auth.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            nullValues = "-",
            value = {
                "\u0089PNG~~-rest, image/png",
                "\u00ff\u00d8\u00ff\u00e0, image/jpeg",
                "GIF89a, image/gif",
                "RIFF1234WEBPVP8, image/webp",
                "RIFF1234WAVE, -",
                "<svg onload=alert(1)>, -",
                "<!doctype html>, -",
                "GIF, -",
            })
    void the_first_bytes_say_what_it_is(String begin, String type) {
        byte[] content = begin.replace("~~", "\r\n").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Picture.of(content).map(Picture::mediaType).orElse(null)).isEqualTo(type);
    }
}
