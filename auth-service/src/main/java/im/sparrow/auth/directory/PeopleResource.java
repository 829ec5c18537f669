package im.sparrow.auth.directory;

import im.sparrow.contracts.Bounds;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.Rights;
import im.sparrow.platform.core.Page;
import im.sparrow.platform.core.Refused;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Other people's public profiles. */
@Path("/api/v1/users")
@RolesAllowed(Rights.LOGIN)
@RunOnVirtualThread
@Tag(name = "users")
public class PeopleResource {

    private final Directory directory;

    PeopleResource(Directory directory) {
        this.directory = directory;
    }

    /** By the beginning of the user name or nickname ({@code query}), or by ids, comma-separated or repeated, at most 200. */
    @GET
    @Operation(summary = "Finds people by the beginning of their user name or nickname, or reads up to 200 by id")
    public Page<PersonView> list(
            @RestQuery @Nullable String query,
            @RestQuery @Nullable List<String> ids,
            @RestQuery @Nullable String cursor,
            @RestQuery @DefaultValue("50") @Min(1) @Max(Bounds.PAGE_MAX) int limit) {
        if (ids != null && !ids.isEmpty()) {
            return new Page<>(directory.of(read(ids)), null);
        }
        if (query == null || query.isBlank()) {
            throw Refused.field("?query", "is the beginning of a user name");
        }
        return directory.search(query, Optional.ofNullable(cursor), limit);
    }

    /** One profile. */
    @GET
    @Path("/{id}")
    @Operation(summary = "A person's public profile")
    public PersonView get(Id id) {
        return directory.person(id);
    }

    private static Set<Id> read(List<String> texts) {
        Set<Id> ids = new LinkedHashSet<>();
        for (String text : texts) {
            for (String one : text.split(",", Bounds.PAGE_MAX + 2)) {
                ids.add(id(one));
            }
        }
        if (ids.size() > Bounds.PAGE_MAX) {
            throw Refused.field("?ids", "are at most " + Bounds.PAGE_MAX);
        }
        return ids;
    }

    private static Id id(String text) {
        try {
            return Id.of(text.strip());
        } catch (IllegalArgumentException notAnId) {
            throw Refused.field("?ids", "are decimal ids, separated by commas");
        }
    }
}
