package im.sparrow.auth.account;

import im.sparrow.contracts.Bounds;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a person changes of his own profile. What is null stays; an empty photo, signature or language is taken away.
 *
 * @param nickname see {@link Nicknames#RULE}
 * @param photo a path of this suite, at most 200 characters; other hosts' pictures would tell them who reads
 * @param signature at most 200 characters
 * @param language a BCP 47 tag such as {@code zh} or {@code en-GB}
 * @param findable whether search may show the account
 */
record ChangeProfile(
        @Nullable String nickname,
        @Nullable String photo,
        @Nullable String signature,
        @Nullable String language,
        @Nullable Boolean findable) {

    private static final Pattern PATH = Pattern.compile("/(?!/)[A-Za-z0-9/_.-]{1,199}");

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");

    /** Names every wrong field at once. */
    void check() {
        List<FieldError> errors = new ArrayList<>();
        if (nickname != null && !Nicknames.valid(nickname)) {
            errors.add(new FieldError("/nickname", Nicknames.RULE));
        }
        if (photo != null && !photo.isBlank() && !PATH.matcher(photo).matches()) {
            errors.add(new FieldError("/photo", "is a path of this server, at most 200 characters"));
        }
        if (signature != null && (signature.length() > Bounds.NOTE_MAX || !Nicknames.plain(signature))) {
            errors.add(new FieldError("/signature", "is at most " + Bounds.NOTE_MAX + " plain characters"));
        }
        if (language != null
                && !language.isBlank()
                && !LANGUAGE.matcher(language).matches()) {
            errors.add(new FieldError("/language", "is a language tag such as zh or en-GB"));
        }
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }
}
