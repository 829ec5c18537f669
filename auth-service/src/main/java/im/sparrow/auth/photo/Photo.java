package im.sparrow.auth.photo;

import im.sparrow.contracts.Id;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;

/** A picture of somebody as it is stored; never changed, only replaced by another under another name. */
@Entity
class Photo {

    @jakarta.persistence.Id
    private String name;

    private long accountId;
    private String mediaType;

    @Column(length = Pictures.MOST_BYTES, columnDefinition = "MEDIUMBLOB")
    private byte[] content;

    private Instant createdAt;

    /** For the mapper alone. */
    @SuppressWarnings("NullAway.Init")
    protected Photo() {}

    Photo(String name, Id accountId, Picture picture, Instant now) {
        this.name = name;
        this.accountId = accountId.value();
        this.mediaType = picture.mediaType();
        this.content = picture.content().clone();
        this.createdAt = now;
    }

    String name() {
        return name;
    }

    long accountId() {
        return accountId;
    }

    Instant createdAt() {
        return createdAt;
    }

    Picture picture() {
        return new Picture(mediaType, content);
    }
}
