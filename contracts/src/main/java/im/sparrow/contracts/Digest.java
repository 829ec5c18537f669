package im.sparrow.contracts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a range of ids holds, in short: an owner's and a copy's are equal when their contents are.
 *
 * @param count how many things
 * @param hash of their contents in the order of ids
 * @param last the range's last id, where the next one begins; null = there is nothing after it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record Digest(int count, String hash, @Nullable Id last) {

    /** Things in one range of ids. */
    public static final int RANGE = 1_000;

    /** Of these contents, in the order of their ids. */
    public static Digest of(List<String> contents, @Nullable Id last) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (String content : contents) {
                hash.update(content.getBytes(StandardCharsets.UTF_8));
                hash.update((byte) '\n');
            }
            return new Digest(contents.size(), HexFormat.of().formatHex(hash.digest()), last);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The greatest id of the range, itself included. */
    public long upTo() {
        return last == null ? Long.MAX_VALUE : last.value();
    }

    /** Whether it stands for the same contents, wherever their ranges end. */
    public boolean sameAs(Digest other) {
        return count == other.count && hash.equals(other.hash);
    }
}
