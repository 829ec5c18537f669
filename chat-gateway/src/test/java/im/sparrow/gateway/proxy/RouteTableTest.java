package im.sparrow.gateway.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            POST,   /api/v1/auth/login,                     AUTH
            GET,    /api/v1/users,                          AUTH
            GET,    /api/v1/users/me/sessions,              AUTH
            GET,    /.well-known/jwks.json,                 AUTH
            PUT,    /api/v1/admin/users/5/roles,            AUTH
            GET,    /api/v1/admin/groups,                   SOCIAL
            GET,    /api/v1/friends,                        SOCIAL
            POST,   /api/v1/friend-requests/5/accept,       SOCIAL
            DELETE, /api/v1/groups/5/members/6,             SOCIAL
            GET,    /api/v1/contacts/changes,               SOCIAL
            GET,    /api/v1/conversations,                  MESSAGE
            GET,    /api/v1/conversations/5,                MESSAGE
            GET,    /api/v1/conversations/5/messages,       MESSAGE
            PATCH,  /api/v1/conversations/5,                MESSAGE
            PUT,    /api/v1/conversations/5/7/hidden,       MESSAGE
            POST,   /api/v1/media,                          MESSAGE
            """)
    void a_path_has_one_owner(String method, String path, Upstream owner) {
        assertThat(RouteTable.owner(method, path)).contains(owner);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            POST,   /api/v1/conversations/5/messages
            POST,   /api/v1/conversations/5/7/recall
            PATCH,  /api/v1/conversations/5/7
            PUT,    /api/v1/conversations/5/cursor
            GET,    /api/v1/version
            GET,    /api/v1/limits
            GET,    /
            """)
    void what_the_gateway_does_itself_is_not_passed_on(String method, String path) {
        assertThat(RouteTable.owner(method, path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/internal/v1/rooms",
                "/q/metrics",
                "/api/v1/usersx",
                "/api/v1/users/../../internal/v1/rooms",
                "/api/v1/users//internal",
                "/api/v1/users/%2e%2e/%2e%2e/internal/v1/rooms",
                "/api/v1/users/%252e",
                "/api/v1/users/..;/internal",
                "/api/v1/users/a\\b",
                "/api/v1/./users",
                "/.well-known/other",
                "/API/V1/users"
            })
    void nothing_else_is_passed_on(String path) {
        assertThat(RouteTable.owner("GET", path)).isEmpty();
    }
}
