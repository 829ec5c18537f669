package im.sparrow.contracts.message;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A text; emoji are Unicode.
 *
 * @param text 1 to {@link im.sparrow.contracts.Bounds#TEXT_MAX} characters, not blank
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Text(String text) implements Body {

    /** The type's name. */
    public static final String TYPE = "text";

    @Override
    public String type() {
        return TYPE;
    }
}
