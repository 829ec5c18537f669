package im.sparrow.social.group;

import im.sparrow.contracts.Id;
import im.sparrow.platform.core.FieldError;
import im.sparrow.platform.core.Refused;
import im.sparrow.platform.readmodel.KnownAccounts;
import im.sparrow.social.SocialConfig;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Checks whom somebody wants in a group: all at once, and each wrong one is named. */
@Singleton
class Newcomers {

    private final KnownAccounts accounts;
    private final MemberRepository members;
    private final SocialConfig config;

    Newcomers(KnownAccounts accounts, MemberRepository members, SocialConfig config) {
        this.accounts = accounts;
        this.members = members;
        this.config = config;
    }

    /**
     * These people, each once, in the order they came; before the transaction, since it may wait a moment for news.
     *
     * @param field the field they came in, for pointers
     * @throws Refused {@code invalid_body} that names whoever is unknown or deleted
     */
    Set<Id> known(List<Id> wanted, String field) {
        Set<Id> active = accounts.findActive(wanted).keySet();
        refuse(wanted, field, id -> !active.contains(id), "is nobody who can be added");
        return new LinkedHashSet<>(wanted);
    }

    /** Refuses with {@code invalid_body} whoever is in all the groups that one may be in. */
    void haveRoom(Collection<Id> users, List<Id> wanted, String field) {
        Set<Id> full = members.full(users, config.groups()).stream().map(Id::of).collect(Collectors.toSet());
        if (!full.isEmpty()) {
            refuse(wanted, field, full::contains, "is in " + config.groups() + " groups already");
        }
    }

    private static void refuse(List<Id> wanted, String field, Predicate<Id> wrong, String message) {
        List<FieldError> errors = new ArrayList<>();
        IntStream.range(0, wanted.size())
                .filter(index -> wrong.test(wanted.get(index)))
                .forEach(index -> errors.add(new FieldError("/" + field + "/" + index, message)));
        if (!errors.isEmpty()) {
            throw Refused.fields(errors);
        }
    }
}
