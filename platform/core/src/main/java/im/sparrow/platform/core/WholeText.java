package im.sparrow.platform.core;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads texts and refuses half a surrogate pair, which JSON can escape though it has no UTF-8 form: stored it would be a
 * question mark that nobody said.
 */
final class WholeText extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    WholeText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            // The value is not repeated, here as little as anywhere.
            throw InvalidFormatException.from(parser, "half a surrogate pair", "", String.class);
        }
        return text;
    }
}
