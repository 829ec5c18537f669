package im.sparrow.auth.directory;

import im.sparrow.auth.account.Account;
import im.sparrow.auth.account.Accounts;
import im.sparrow.auth.account.Nicknames;
import im.sparrow.auth.account.Usernames;
import im.sparrow.auth.directory.DirectoryRepository.Search;
import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.platform.core.Keyset;
import im.sparrow.platform.core.Page;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Finds people: for each other by name, for administration all of them. */
@Singleton
class Directory {

    private final Accounts accounts;
    private final DirectoryRepository repository;

    Directory(Accounts accounts, DirectoryRepository repository) {
        this.accounts = accounts;
        this.repository = repository;
    }

    /**
     * One person.
     *
     * @throws im.sparrow.platform.core.Refused {@code not_found}
     */
    @Transactional
    PersonView person(Id id) {
        return PersonView.of(accounts.get(id));
    }

    /** Findable accounts by the beginning of their user names, then those by the beginning of their nicknames. */
    @Transactional
    Page<PersonView> search(String typed, Optional<String> cursor, int limit) {
        var wanted = new Search(Usernames.normal(typed), Nicknames.folded(typed));
        Found from = cursor.map(Found::read).orElse(Found.START);
        List<Account> found = new ArrayList<>();
        if (!from.byNickname() && Usernames.validPrefix(wanted.username())) {
            found.addAll(repository.search(wanted.username(), from.text(), limit + 1));
        }
        int named = found.size();
        if (named <= limit) {
            String after = from.byNickname() ? from.text() : "";
            found.addAll(repository.searchNicknames(wanted, after, from.id(), limit + 1 - named));
        }
        List<Account> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Found.after(page.getLast(), limit > named) : null;
        return new Page<>(page.stream().map(PersonView::of).toList(), next);
    }

    /** Every account by the beginning of its user name, for administration. */
    @Transactional
    Page<PeopleAdminResource.View> everybody(String typed, Optional<String> cursor, int limit) {
        String prefix = Usernames.normal(typed);
        if (!prefix.isEmpty() && !Usernames.validPrefix(prefix)) {
            return new Page<>(List.of(), null);
        }
        String after = cursor.map(c -> Keyset.read(c, 1).getFirst()).orElse("");
        List<Account> found = repository.everybody(prefix, after, limit + 1);
        List<Account> page = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? Keyset.after(page.getLast().username()) : null;
        return new Page<>(page.stream().map(PeopleAdminResource.View::of).toList(), next);
    }

    /** One account, for administration. */
    @Transactional
    PeopleAdminResource.View one(Id id) {
        return PeopleAdminResource.View.of(accounts.get(id));
    }

    /** Those of at most {@link Bounds#PAGE_MAX} ids that exist. */
    @Transactional
    List<PersonView> of(Collection<Id> wanted) {
        return repository.of(wanted.stream().map(Id::value).toList()).stream()
                .map(PersonView::of)
                .toList();
    }
}
