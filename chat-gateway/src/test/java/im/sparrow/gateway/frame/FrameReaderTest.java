package im.sparrow.gateway.frame;

import static org.assertj.core.api.Assertions.assertThat;

import im.sparrow.contracts.Id;
import im.sparrow.contracts.Problem;
import im.sparrow.contracts.frame.ClientFrame;
import im.sparrow.contracts.message.Mentions;
import im.sparrow.contracts.message.Text;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrameReaderTest {

    private static final String UUID_1 = "0198c0de-0000-7000-8000-000000000001";
    private static final String UUID_2 = "0198c0de-0000-7000-8000-000000000002";
    private static final String SEND = "'t':'send','conversationId':'7','clientMsgId':'" + UUID_1 + "'";
    private static final String HELLO = "'t':'hello','deviceId':'phone'";

    private static Reading read(String frame) {
        return FrameReader.read(frame.replace('\'', '"'));
    }

    private static ClientFrame good(String frame) {
        assertThat(read(frame)).isInstanceOf(Reading.Good.class);
        return ((Reading.Good) read(frame)).frame();
    }

    private static Reading.Wrong wrong(String frame) {
        assertThat(read(frame)).isInstanceOf(Reading.Wrong.class);
        return (Reading.Wrong) read(frame);
    }

    private static String pointer(String frame) {
        return wrong(frame).why().errors().getFirst().pointer();
    }

    @Test
    void a_hello_says_what_the_device_holds() {
        assertThat(good("{" + HELLO
                        + ",'token':'abc','epoch':'3','heads':{'7':[5,2],'8':[0,0]},'more':true,'ref':'r'}"))
                .isEqualTo(new ClientFrame.Hello(
                        "abc",
                        "phone",
                        "3",
                        Map.of(Id.of(7), new ClientFrame.Head(5, 2), Id.of(8), new ClientFrame.Head(0, 0)),
                        true,
                        "r"));
    }

    @Test
    void a_hello_needs_nothing_but_the_device() {
        assertThat(good("{" + HELLO + "}"))
                .isEqualTo(new ClientFrame.Hello(null, "phone", null, Map.of(), false, null));
    }

    @Test
    void a_send_with_everything() {
        assertThat(good("{" + SEND + ",'type':'text','body':{'text':'你好 👋'},'replyTo':2,'after':'" + UUID_2
                        + "','readSeq':0,'mentions':{'userIds':['9'],'all':true},'ref':'x','future':{'is':'ignored'}}"))
                .isEqualTo(new ClientFrame.Send(
                        Id.of(7),
                        UUID.fromString(UUID_1),
                        new Text("你好 👋"),
                        2L,
                        new Mentions(List.of(Id.of(9)), true),
                        UUID.fromString(UUID_2),
                        0L,
                        "x"));
    }

    @Test
    void the_other_frames() {
        assertThat(good("{'t':'heads','heads':{'7':[1,1]}}"))
                .isEqualTo(new ClientFrame.Heads(Map.of(Id.of(7), new ClientFrame.Head(1, 1)), false, null));
        assertThat(good("{'t':'recall','conversationId':'7','clientOpId':'" + UUID_1 + "','seq':3}"))
                .isEqualTo(new ClientFrame.Recall(Id.of(7), UUID.fromString(UUID_1), 3, null));
        assertThat(good("{'t':'cursor','conversationId':'7','readSeq':3}"))
                .isEqualTo(new ClientFrame.Cursor(Id.of(7), 3L, null, null));
        assertThat(good("{'t':'pull','conversationId':'7','afterSeq':0,'limit':200,'ref':'p'}"))
                .isEqualTo(new ClientFrame.Pull(Id.of(7), 0L, null, null, 200, "p"));
        assertThat(good("{'t':'pull','conversationId':'7','beforeSeq':9}"))
                .isEqualTo(new ClientFrame.Pull(Id.of(7), null, null, 9L, 50, null));
        assertThat(good("{'t':'auth','token':'abc'}")).isEqualTo(new ClientFrame.Auth("abc", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hello",
                "null",
                "7",
                "[]",
                "'hello'",
                "{",
                "{}",
                "{'t':null}",
                "{'t':7}",
                "{'t':['hello']}",
                "{'t':'hello','deviceId':'a'}{}",
                "{'t':'hello','deviceId':'a'} x",
                "{'t':'hello','t':'send'}",
                "{'t':'hello','deviceId':NaN}",
                "{'t':'hello',/* */'deviceId':'a'}",
                "{'t':'hello','deviceId':'a',}",
                "{'t':'hello','x':[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]}",
                "{'t':'hello','x':111111111111111111111111}",
                "{'t':'hello','xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx':1}",
                "\u0000",
                "{'t':'hello','deviceId':'\u0001'}"
            })
    void what_is_no_frame_cannot_be_read(String text) {
        assertThat(read(text))
                .isInstanceOfSatisfying(
                        Reading.Unreadable.class,
                        unreadable -> assertThat(unreadable.why().problem()).isEqualTo(Problem.MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"edit", "Hello", "", "typing", "welcome", "nack"})
    void a_frame_of_no_known_name_is_refused_under_its_mark(String name) {
        var wrong = wrong("{'t':'" + name + "','ref':'r'}");

        assertThat(wrong.why().problem()).isEqualTo(Problem.UNKNOWN_FRAME);
        assertThat(wrong.ref()).isEqualTo("r");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'t':'hello'}                                                       | /deviceId",
                "{'t':'hello','deviceId':''}                                         | /deviceId",
                "{'t':'hello','deviceId':7}                                          | /deviceId",
                "{'t':'hello','deviceId':'a','token':''}                             | /token",
                "{'t':'hello','deviceId':'a','token':['x']}                          | /token",
                "{'t':'hello','deviceId':'a','epoch':3}                              | /epoch",
                "{'t':'hello','deviceId':'a','heads':[]}                             | /heads",
                "{'t':'hello','deviceId':'a','heads':{'7':[1]}}                      | /heads/7",
                "{'t':'hello','deviceId':'a','heads':{'7':[1,-1]}}                   | /heads/7",
                "{'t':'hello','deviceId':'a','heads':{'7':[1.5,1]}}                  | /heads/7",
                "{'t':'hello','deviceId':'a','heads':{'7':['1','1']}}                | /heads/7",
                "{'t':'hello','deviceId':'a','heads':{'x':[1,1]}}                    | /heads",
                "{'t':'hello','deviceId':'a','more':'yes'}                           | /more",
                "{'t':'hello','deviceId':'a','ref':7}                                | /ref",
                "{'t':'recall','conversationId':'7'}                                 | /clientOpId",
                "{'t':'cursor','conversationId':'7'}                                 | /readSeq",
                "{'t':'cursor','conversationId':7,'readSeq':1}                       | /conversationId",
                "{'t':'cursor','conversationId':'07','readSeq':1}                    | /conversationId",
                "{'t':'cursor','conversationId':'7','readSeq':-1}                    | /readSeq",
                "{'t':'cursor','conversationId':'7','readSeq':1.0}                   | /readSeq",
                "{'t':'cursor','conversationId':'7','readSeq':9223372036854775808}   | /readSeq",
                "{'t':'pull','conversationId':'7'}                                   | /afterSeq",
                "{'t':'pull','conversationId':'7','afterSeq':1,'beforeSeq':1}        | /afterSeq",
                "{'t':'pull','conversationId':'7','beforeSeq':0}                     | /beforeSeq",
                "{'t':'pull','conversationId':'7','afterSeq':1,'limit':0}            | /limit",
                "{'t':'pull','conversationId':'7','afterSeq':1,'limit':201}          | /limit",
                "{'t':'auth'}                                                        | /token"
            })
    void a_wrong_field_is_named_by_its_pointer(String frame, String pointer) {
        assertThat(wrong(frame).why().problem()).isEqualTo(Problem.INVALID_BODY);
        assertThat(pointer(frame)).isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'type':'text'                                                   | /body",
                "'type':'text','body':'hi'                                       | /body",
                "'type':'text','body':{}                                         | /body/text",
                "'type':'text','body':{'text':''}                                | /body/text",
                "'type':'text','body':{'text':'  \\n'}                           | /body/text",
                "'type':'text','body':{'text':7}                                 | /body/text",
                "'type':'text','body':{'text':'\\ud83d'}                         | /body/text",
                "'type':'text','body':{'text':'\\udc4b\\ud83d'}                  | /body/text",
                "'body':{'text':'hi'}                                            | /type",
                "'type':'text','body':{'text':'hi'},'replyTo':0                  | /replyTo",
                "'type':'text','body':{'text':'hi'},'after':'1-2-3-4-5'          | /after",
                "'type':'text','body':{'text':'hi'},'readSeq':'1'                | /readSeq",
                "'type':'text','body':{'text':'hi'},'mentions':['9']             | /mentions",
                "'type':'text','body':{'text':'hi'},'mentions':{'userIds':[9]}   | /mentions/userIds/0",
                "'type':'text','body':{'text':'hi'},'mentions':{'all':1}         | /mentions/all"
            })
    void a_wrong_send_is_nacked_under_its_id(String rest, String pointer) {
        var frame = "{" + SEND + "," + rest + "}";

        assertThat(pointer(frame)).isEqualTo(pointer);
        assertThat(wrong(frame).command()).isEqualTo(Reading.CommandId.message(UUID.fromString(UUID_1)));
    }

    @Test
    void a_send_without_a_good_id_is_an_error_and_no_nack() {
        var wrong = wrong("{'t':'send','conversationId':'7','clientMsgId':'1','type':'text','body':{'text':'hi'}}");

        assertThat(wrong.command()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"system", "image", "Text"})
    void a_type_that_clients_cannot_send_is_unknown(String type) {
        var wrong = wrong("{" + SEND + ",'type':'" + type + "','body':{'text':'hi'}}");

        assertThat(wrong.why().problem()).isEqualTo(Problem.UNKNOWN_TYPE);
    }

    @Test
    void a_text_has_at_most_5000_characters() {
        assertThat(good("{" + SEND + ",'type':'text','body':{'text':'" + "a".repeat(5_000) + "'}}"))
                .isInstanceOf(ClientFrame.Send.class);
        assertThat(pointer("{" + SEND + ",'type':'text','body':{'text':'" + "a".repeat(5_001) + "'}}"))
                .isEqualTo("/body/text");
    }

    @Test
    void a_hello_names_at_most_1000_conversations() {
        var heads = new StringBuilder("'1':[0,0]");
        for (int i = 2; i <= 1_000; i++) {
            heads.append(",'").append(i).append("':[0,0]");
        }
        assertThat(good("{" + HELLO + ",'heads':{" + heads + "}}")).isInstanceOf(ClientFrame.Hello.class);
        assertThat(pointer("{" + HELLO + ",'heads':{" + heads + ",'1001':[0,0]}}"))
                .isEqualTo("/heads");
    }

    @Test
    void no_refusal_repeats_what_the_client_said() {
        assertThat(wrong("{'t':'cursor','conversationId':'secret','readSeq':1}")
                        .why()
                        .errors()
                        .toString())
                .doesNotContain("secret");
    }
}
