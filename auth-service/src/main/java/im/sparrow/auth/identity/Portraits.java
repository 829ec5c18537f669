package im.sparrow.auth.identity;

import im.sparrow.auth.photo.Picture;
import im.sparrow.auth.photo.Pictures;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;

/** Pictures of people at GitHub, from GitHub's own hosts only: what a document names is not believed to be one. */
@Singleton
class Portraits {

    private static final String AVATARS = "avatars.githubusercontent.com";

    private final GitHubConfig config;
    private final Pictures pictures;

    Portraits(GitHubConfig config, Pictures pictures) {
        this.config = config;
        this.pictures = pictures;
    }

    Optional<Picture> of(GitHubPerson person) {
        return person.picture().filter(this::trusted).flatMap(pictures::fetch);
    }

    private boolean trusted(URI address) {
        boolean avatars = "https".equals(address.getScheme()) && AVATARS.equals(address.getAuthority());
        return avatars || sameDoor(address, config.url());
    }

    private static boolean sameDoor(URI address, URI provider) {
        return provider.getScheme().equals(address.getScheme())
                && provider.getAuthority().equals(address.getAuthority());
    }
}
