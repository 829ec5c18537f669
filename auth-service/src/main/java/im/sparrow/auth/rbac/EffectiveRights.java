package im.sparrow.auth.rbac;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What somebody may do: granted by any role − taken by any role. Pure; the order of the roles does not matter.
 */
public final class EffectiveRights {

    /** In {@code takes}: every right, also those made later. */
    public static final String ALL = "*";

    private EffectiveRights() {}

    /**
     * What one role gives and takes away.
     *
     * @param name the role's name
     * @param grants rights it gives
     * @param takes rights it takes, or {@link #ALL}
     */
    public record Role(String name, Set<String> grants, Set<String> takes) {

        public Role {
            grants = Set.copyOf(grants);
            takes = Set.copyOf(takes);
        }

        boolean takes(String right) {
            return takes.contains(right) || takes.contains(ALL);
        }
    }

    /**
     * Why a right is held or not.
     *
     * @param right the right
     * @param held whether it is effective
     * @param grantedBy names of the roles that give it, sorted
     * @param takenBy names of the roles that take it, sorted
     */
    public record Reason(String right, boolean held, List<String> grantedBy, List<String> takenBy) {}

    /** The effective rights of a holder of these roles, sorted. */
    public static Set<String> of(Collection<Role> roles) {
        Set<String> rights = new TreeSet<>();
        roles.forEach(role -> rights.addAll(role.grants()));
        rights.removeIf(right -> roles.stream().anyMatch(role -> role.takes(right)));
        return rights;
    }

    /** The reasons for each right that exists or is granted, by its name. */
    public static List<Reason> explain(Collection<Role> roles, Collection<String> existing) {
        Set<String> held = of(roles);
        return Stream.concat(existing.stream(), roles.stream().flatMap(role -> role.grants().stream()))
                .distinct()
                .sorted()
                .map(right -> new Reason(
                        right,
                        held.contains(right),
                        names(roles.stream().filter(role -> role.grants().contains(right))),
                        names(roles.stream().filter(role -> role.takes(right)))))
                .toList();
    }

    private static List<String> names(Stream<Role> roles) {
        return roles.map(Role::name).sorted(Comparator.naturalOrder()).toList();
    }
}
