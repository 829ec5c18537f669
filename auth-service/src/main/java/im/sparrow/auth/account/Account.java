package im.sparrow.auth.account;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.account.AccountRecord.Status;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** One account. Its numbers only grow, each under the row's lock. */
@Entity
public class Account {

    @jakarta.persistence.Id
    private long id;

    private String username;
    private @Nullable String skeleton;
    private String nickname;
    private String nicknameFolded;
    private @Nullable String language;
    private @Nullable String photo;
    private @Nullable String signature;
    private @Nullable String passwordHash;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Status status = Status.ACTIVE;

    private boolean findable = true;
    private boolean official;
    private long ver = 1;
    private long version = 1;

    // Raised by a statement of its own, so that no other change of the row carries an older one back.
    @Column(updatable = false)
    private long sessionsVersion;

    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role_id")
    private Set<Long> roleIds = new HashSet<>();

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected Account() {}

    Account(Id id, NewAccount made, Instant now) {
        this.id = id.value();
        this.username = made.username();
        this.skeleton = Usernames.skeleton(made.username());
        this.nickname = made.nickname();
        this.nicknameFolded = Nicknames.folded(made.nickname());
        this.signature = made.signature();
        this.passwordHash = made.passwordHash();
        this.createdAt = now;
        made.roleIds().forEach(role -> roleIds.add(role.value()));
    }

    void changeProfile(ChangeProfile change) {
        if (change.nickname() != null) {
            nickname = change.nickname().strip();
            nicknameFolded = Nicknames.folded(nickname);
        }
        language = changed(language, change.language());
        photo = changed(photo, change.photo());
        signature = changed(signature, change.signature());
        if (change.findable() != null) {
            findable = change.findable();
        }
        version++;
    }

    private static @Nullable String changed(@Nullable String now, @Nullable String wanted) {
        if (wanted == null) {
            return now;
        }
        return wanted.isBlank() ? null : wanted.strip();
    }

    void replaceRoles(Set<Id> wanted) {
        roleIds.clear();
        wanted.forEach(role -> roleIds.add(role.value()));
        version++;
    }

    /** It speaks for the installation, or for a product that this is built into. */
    void makeOfficial() {
        official = true;
    }

    /** For an account made before names had one; says what its own is. */
    void takeSkeleton() {
        skeleton = Usernames.skeleton(username);
    }

    void changePassword(String hash) {
        passwordHash = hash;
    }

    /** Says that what the account may do is another thing now. */
    void raise() {
        ver++;
    }

    /** The account's id. */
    public Id id() {
        return Id.of(id);
    }

    /** The name it logs in with. */
    public String username() {
        return username;
    }

    /** The password's self-describing hash; empty for an account without password. */
    public Optional<String> passwordHash() {
        return Optional.ofNullable(passwordHash);
    }

    /** The version of what it may do. */
    public long ver() {
        return ver;
    }

    /** Its roles. */
    public Set<Id> roleIds() {
        return roleIds.stream().map(Id::of).collect(Collectors.toUnmodifiableSet());
    }

    /** What people read. */
    public String nickname() {
        return nickname;
    }

    /** The nickname in the form in which it is looked for. */
    public String nicknameFolded() {
        return nicknameFolded;
    }

    @Nullable
    String language() {
        return language;
    }

    /** A path of this suite; null for the generated picture. */
    public @Nullable String photo() {
        return photo;
    }

    /** A line about oneself, or null. */
    public @Nullable String signature() {
        return signature;
    }

    Status status() {
        return status;
    }

    /** Whether it speaks for the installation or a product. */
    public boolean official() {
        return official;
    }

    /** Whether search may show it. */
    public boolean findable() {
        return findable;
    }

    long version() {
        return version;
    }

    /** When it was made. */
    public Instant createdAt() {
        return createdAt;
    }
}
