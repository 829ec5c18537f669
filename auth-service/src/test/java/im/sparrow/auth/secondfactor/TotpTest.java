package im.sparrow.auth.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    /** The secret of the examples in RFC 6238. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** From RFC 6238, appendix B, the last six of eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59,          287082",
        "1111111109,  081804",
        "1111111111,  050471",
        "1234567890,  005924",
        "2000000000,  279037",
        "20000000000, 353130"
    })
    void agrees_with_the_rfc(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    /** 287082 is the code of step 1: of the seconds 30 to 59. */
    @ParameterizedTest
    @CsvSource({
        "45,  0,  1",
        "29,  0,  1",
        "0,   0,  1",
        "89,  0,  1",
        "90,  0,   ",
        "45,  1,   ",
        "45,  2,   ",
        "200, 0,   "
    })
    void is_good_near_its_time_and_once(long second, long lastStep, Long step) {
        assertThat(Totp.match(SECRET, "287 082", Instant.ofEpochSecond(second), lastStep))
                .isEqualTo(step == null ? OptionalLong.empty() : OptionalLong.of(step));
    }

    @Test
    void an_app_reads_its_address() {
        assertThat(Totp.uri(SECRET, "a b"))
                .isEqualTo("otpauth://totp/Sparrow:a%20b?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Sparrow");
    }
}
