package im.sparrow.message.copy;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.type.TypeFactory;
import im.sparrow.contracts.Digest;
import im.sparrow.contracts.Id;
import im.sparrow.contracts.conversation.ConversationRecord;
import im.sparrow.contracts.conversation.TellAgain;
import im.sparrow.platform.copies.Comparison;
import im.sparrow.platform.copies.CopiesConfig;
import im.sparrow.platform.copies.Owner;
import im.sparrow.platform.copies.Ranges;
import im.sparrow.platform.core.Page;
import jakarta.inject.Singleton;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Conversations and who is in them, as the log knows them, with social-service's decisions. */
@Singleton
class ConversationComparison implements Comparison {

    private static final Logger LOG = Logger.getLogger(ConversationComparison.class);
    private static final JavaType PAGE =
            TypeFactory.defaultInstance().constructParametricType(Page.class, ConversationRecord.class);

    private final Owner owner;
    private final CopyRepository known;
    private final CopiesConfig config;

    ConversationComparison(Owner owner, CopyRepository known, CopiesConfig config) {
        this.owner = owner;
        this.known = known;
        this.config = config;
    }

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public int compare() {
        return Ranges.compare(
                after -> owner.digest(at("digest?after=" + after)),
                (after, upTo) -> Digest.of(
                        known.between(after, upTo).stream()
                                .map(ConversationRecord::content)
                                .toList(),
                        null),
                this::settle,
                config.travel());
    }

    private int settle(long after, long upTo) {
        Map<Id, ConversationRecord> mine = new HashMap<>();
        known.between(after, upTo).forEach(each -> mine.put(each.id(), each));
        var again = new ArrayList<TellAgain.Conversation>();
        for (ConversationRecord truth : truth(after, upTo)) {
            ConversationRecord here = mine.remove(truth.id());
            if (here == null || !here.content().equals(truth.content())) {
                again.add(new TellAgain.Conversation(truth.id(), strangers(here, truth)));
            }
        }
        if (!mine.isEmpty()) {
            LOG.errorf("social-service knows nothing of conversations %s; they stay as they are", mine.keySet());
        }
        if (!again.isEmpty()) {
            owner.post(at("tell-again"), new TellAgain(again));
        }
        return again.size();
    }

    private static List<Id> strangers(@Nullable ConversationRecord here, ConversationRecord truth) {
        if (here == null) {
            return List.of();
        }
        Set<Id> members =
                truth.members().stream().map(ConversationRecord.Member::userId).collect(Collectors.toSet());
        return here.members().stream()
                .map(ConversationRecord.Member::userId)
                .filter(user -> !members.contains(user))
                .toList();
    }

    private List<ConversationRecord> truth(long after, long upTo) {
        Page<ConversationRecord> page = owner.get(at("snapshot?after=" + after), PAGE);
        return page.items().stream().filter(each -> each.id().value() <= upTo).toList();
    }

    private URI at(String path) {
        return config.social().resolve("/internal/v1/conversations/" + path);
    }
}
