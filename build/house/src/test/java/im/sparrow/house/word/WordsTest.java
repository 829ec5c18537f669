package im.sparrow.house.word;

import static im.sparrow.house.Kept.byTheProject;
import static im.sparrow.house.Kept.findings;
import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.house.source.Tree;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WordsTest {

    private static final String TABLE = """
            | word | meaning | not |
            |---|---|---|
            | conversation | where people talk | dialog, `chatroom`, talk room |
            """;

    @Test
    void the_project_has_no_drawers() {
        byTheProject(new BannedNames());
    }

    @Test
    void the_project_has_one_word_for_one_thing() {
        byTheProject(new OneWord());
    }

    @Test
    void a_drawer_is_found_as_type_and_as_folder() {
        var planted = Tree.of(Map.of(
                "a/src/main/java/x/Room.java", "class Room { record RoomDto(int a) {} class Utility {} }",
                "web/chat/src/utils/a.ts", "export {}"));

        assertThat(findings(new BannedNames(), planted))
                .containsExactlyInAnyOrder(
                        "a/src/main/java/x/Room.java:1: \"dto\" in a name says nothing: call it by what it does or holds",
                        "web/chat/src/utils/a.ts: \"util\" in a name says nothing: call it by what it does or holds");
    }

    @Test
    void a_banned_synonym_is_found_in_a_type_and_in_a_column() {
        var planted = Tree.of(Map.of(
                OneWord.FILE,
                TABLE,
                "a/Rooms.java",
                "record OpenDialog(long conversationId, long talkRoomId) {}",
                "a/db/migration/V1.sql",
                "CREATE TABLE t (\n    chatroom_id BIGINT NOT NULL\n)"));

        assertThat(findings(new OneWord(), planted))
                .containsExactlyInAnyOrder(
                        "a/Rooms.java:1: OpenDialog: say \"conversation\", not \"dialog\"",
                        "a/Rooms.java:1: talkRoomId: say \"conversation\", not \"talk room\"",
                        "a/db/migration/V1.sql:2: chatroom_id: say \"conversation\", not \"chatroom\"");
    }

    @Test
    void a_missing_table_of_words_is_found() {
        assertThat(findings(new OneWord(), Tree.of("a/A.java", "class A {}"))).hasSize(1);
    }

    @Test
    void a_name_is_taken_apart_at_its_humps() {
        assertThat(Words.of("clientMsgId")).containsExactly("client", "msg", "id");
        assertThat(Words.of("CLIENT_MSG")).containsExactly("client", "msg");
        assertThat(Words.of("JSONBody2Frame")).containsExactly("json", "body2", "frame");
    }
}
